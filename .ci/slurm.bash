# A real Slurm on this host, for checks that need one; to be sourced. Needs the packages slurm-wlm and munge, and a
# variable `scratch` that names a directory of the check.
# shellcheck shell=bash disable=SC2154

# Starts munge, slurmctld and slurmd of its own, whose sockets, keys and states lie in $scratch/slurm.
start_slurm() {
  slurm=$scratch/slurm
  mkdir -p "$slurm/state" "$slurm/spool" "$slurm/munge" && chmod 700 "$slurm/munge" || return 1
  local host user ports
  host=$(hostname -s)
  user=$(id -un)
  ports=$(python3 -c 'import socket; s=[socket.socket() for _ in range(2)]; [x.bind(("127.0.0.1",0)) for x in s]; print(*[x.getsockname()[1] for x in s])')
  head -c 1024 /dev/urandom >"$slurm/munge/key" && chmod 400 "$slurm/munge/key" || return 1
  munged --force --key-file="$slurm/munge/key" --socket="$slurm/munge/socket" --pid-file="$slurm/munge/pid" \
    --log-file="$slurm/munge/log" --seed-file="$slurm/munge/seed" || return 1
  cat >"$slurm/slurm.conf" <<CONF
ClusterName=check
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports% *}
SlurmdPort=${ports#* }
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$slurm/munge/socket
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0,bf_interval=1
MinJobAge=3600
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=16 RealMemory=1000 State=UNKNOWN
PartitionName=check Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$slurm/slurm.conf
  slurmctld -c -f "$SLURM_CONF" && slurmd -f "$SLURM_CONF" -N "$host" || return 1
  local try
  for try in $(seq 60); do
    if [ "$(sinfo -h -o %T 2>/dev/null)" = idle ]; then return 0; fi
    sleep 0.5
  done
  echo "after $try tries the node is: $(sinfo -h -o '%T %E' 2>&1)"
  tail -n 5 "$slurm/slurmctld.log" "$slurm/slurmd.log"
  return 1
}

# Only what start_slurm started, by the process numbers that it left.
stop_slurm() {
  local file
  for file in slurmd.pid slurmctld.pid munge/pid; do
    [ -s "$scratch/slurm/$file" ] && kill "$(cat "$scratch/slurm/$file")" 2>/dev/null
  done
  sleep 0.2
}

