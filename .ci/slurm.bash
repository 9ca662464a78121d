# A real Slurm on this host, for checks that need one; to be sourced. Needs the packages slurm-wlm and munge, and a
# variable `scratch` that names a directory of the check.
# shellcheck shell=bash disable=SC2154

# Starts munge, slurmctld and four slurmd of its own, or one where this build of Slurm allows no more on a host. Sockets,
# keys and states lie in $scratch/slurm; `slurm_nodes` says how many nodes there are.
start_slurm() {
  slurm=$scratch/slurm
  start_munge || return 1
  for slurm_nodes in 4 1; do
    start_daemons "$slurm_nodes" && return 0
    stop_daemons
  done
  tail -n 5 "$slurm"/*.log
  return 1
}

start_munge() {
  mkdir -p "$slurm/munge" && chmod 700 "$slurm/munge" || return 1
  head -c 1024 /dev/urandom >"$slurm/munge/key" && chmod 400 "$slurm/munge/key" || return 1
  munged --force --key-file="$slurm/munge/key" --socket="$slurm/munge/socket" --pid-file="$slurm/munge/pid" \
    --log-file="$slurm/munge/log" --seed-file="$slurm/munge/seed"
}

# start_daemons NODES: room for 16 tasks on one node, or for 4 on each of several.
start_daemons() {
  local nodes=$1 host user ports node try
  host=$(hostname -s)
  user=$(id -un)
  ports=$(python3 -c 'import socket, sys; s = [socket.socket() for _ in range(1 + int(sys.argv[1]))]
for x in s: x.bind(("127.0.0.1", 0))
print(*[x.getsockname()[1] for x in s])' "$nodes")
  read -ra ports <<<"$ports"
  mkdir -p "$slurm/state"
  cat >"$slurm/slurm.conf" <<CONF
ClusterName=check
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports[0]}
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$slurm/munge/socket
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool-%n
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd-%n.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd-%n.log
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
CONF
  for ((node = 1; node <= nodes; node++)); do
    echo "NodeName=node$node NodeHostname=$host NodeAddr=127.0.0.1 Port=${ports[node]} CPUs=$((16 / nodes))" \
      "RealMemory=1000 State=UNKNOWN" >>"$slurm/slurm.conf"
  done
  echo "PartitionName=check Nodes=ALL Default=YES MaxTime=INFINITE State=UP" >>"$slurm/slurm.conf"
  export SLURM_CONF=$slurm/slurm.conf
  slurmctld -c -f "$SLURM_CONF" || return 1
  for ((node = 1; node <= nodes; node++)); do
    mkdir -p "$slurm/spool-node$node"
    slurmd -f "$SLURM_CONF" -N "node$node" || return 1
  done
  for try in $(seq 60); do
    if [ "$(sinfo -h -N -o %T 2>/dev/null | grep -c '^idle$')" = "$nodes" ]; then return 0; fi
    sleep 0.5
  done
  echo "after $try tries the nodes are: $(sinfo -h -N -o '%N %T %E' 2>&1)"
  return 1
}

# Only what start_slurm started, by the process numbers that it left.
stop_daemons() {
  local file
  for file in "$slurm"/slurmd-*.pid "$slurm/slurmctld.pid"; do
    [ -s "$file" ] && kill "$(cat "$file")" 2>/dev/null
  done
  sleep 0.5
}

stop_slurm() {
  [ -n "${slurm:-}" ] || return 0
  stop_daemons
  [ -s "$slurm/munge/pid" ] && kill "$(cat "$slurm/munge/pid")" 2>/dev/null
  sleep 0.2
}
