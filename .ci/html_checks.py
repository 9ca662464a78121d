"""What is checked of an HTML report; each check is a function of an open report that asserts."""
import json, pathlib, sys, traceback

import html_browser
from html_browser import Browser, Report

VIEWS = ["policies", "map", "gaps", "plan", "stacks", "waste", "about"]
PAGE_SCRIPTS = (pathlib.Path(__file__).resolve().parent / "html_checks.js").read_text()
# Opening must feel immediate; the machines of a CI are slower than those of people.
SECONDS_TO_OPEN = 3.0


def views(report):
    package = report.evaluate("names_of_report().find(name => name) || ''")
    return ["#view=" + view for view in VIEWS] + (["#package=" + encoded(report, package)] if package else [])


def encoded(report, text):
    return report.evaluate(f"encodeURIComponent({json.dumps(text)})")


def opens_quickly_and_quietly(report):
    seconds = report.open()
    size = report.path.stat().st_size
    assert size < 5_000_000, f"{size} bytes"
    assert seconds < SECONDS_TO_OPEN, f"{seconds:.2f} s"
    assert report.evaluate("document.querySelectorAll('h1').length") == 1
    assert report.complaints() == [], report.complaints()
    return f"{size // 1000} kB in {seconds:.2f} s"


def draws_every_view(report):
    for view in views(report):
        report.go(view)
        assert report.evaluate("!!document.querySelector('main h2')"), view
        words = report.evaluate("document.querySelector('main').innerText")
        for mistake in ("undefined", "NaN", "[object", "null", "false"):
            assert mistake not in words.split(), f"{view} says {mistake}"
    assert report.complaints() == [], report.complaints()


def keeps_text_as_text(report):
    for view in views(report):
        report.go(view)
        assert report.evaluate("document.title") != "pwned", "the title was changed"
        strange = report.evaluate("strange_elements()")
        assert strange == [], f"{view}: {strange}"
    report.go("#view=<img src=x onerror=alert(1)>&sort=constructor&package=</script><script>alert(1)</script>")
    assert report.evaluate("strange_elements()") == [], "the address is taken for markup"


def has_labels(report):
    for view in views(report):
        report.go(view)
        problems = report.evaluate("unlabelled()")
        assert problems == [], f"{view}: {problems[:5]}"


def has_contrast(report):
    for dark in (False, True):
        report.show(dark=dark)
        for view in views(report):
            report.go(view)
            problems = report.evaluate("faint()")
            assert problems == [], f"{view} {'dark' if dark else 'light'}: {problems[:5]}"
    report.show()


def fits_narrow_screens(report):
    report.show(width=400, height=800)
    for view in views(report):
        report.go(view)
        width = report.evaluate("document.documentElement.scrollWidth")
        assert width <= 400, f"{view} is {width} pixels wide"
    report.show()


def searches(report):
    report.go("#view=gaps&state=all")
    if report.evaluate("rows().length") == 0:
        return "nothing to search"
    before = report.evaluate("shown_count()")
    word = report.evaluate("rows()[rows().length >> 1].querySelector('.name').textContent")
    report.evaluate(f"type_into('#search', {json.dumps(word)})")
    report.settle()
    after = report.evaluate("shown_count()")
    assert 0 < after <= before, (before, after)
    texts = report.evaluate("rows().map(row => row.textContent)")
    assert all(word in text for text in texts), (word, texts[:2])
    assert "q=" in report.evaluate("location.hash")
    report.evaluate("type_into('#search', 'no such thing anywhere')")
    report.settle()
    assert report.evaluate("!!document.querySelector('main .nothing')"), "says nothing of an empty result"
    return f"{after} of {before}"


def filters_and_keeps_the_link(report):
    report.go("#view=gaps&state=all")
    choices = report.evaluate("[...document.querySelectorAll('#filter-stack option')].map(o => o.value).filter(Boolean)")
    if not choices:
        return "nothing to filter"
    before = report.evaluate("shown_count()")
    stack = choices[-1]
    report.evaluate(f"choose('#filter-stack', {json.dumps(stack)})")
    report.settle()
    after = report.evaluate("shown_count()")
    assert 0 < after <= before, (before, after)
    link = report.evaluate("location.hash")
    assert "stack=" in link, link
    report.open(link)
    assert report.evaluate("shown_count()") == after, "the link shows something else"
    assert report.evaluate("document.querySelector('#filter-stack').value") == stack
    report.evaluate("document.querySelector('#clear').click()")
    report.settle()
    assert "stack=" not in report.evaluate("location.hash")
    return link


def sorts(report):
    report.go("#view=gaps&state=all")
    if report.evaluate("rows().length") < 2:
        return "nothing to sort"
    report.evaluate("document.querySelector('[data-sort=package]').click()")
    report.settle()
    assert report.evaluate("document.querySelector('[aria-sort]').getAttribute('aria-sort')") == "descending"
    names = report.evaluate("rows().map(row => row.querySelector('.name').textContent)")
    order = report.evaluate("names_of_report()")
    if len(set(names)) == len(set(order) & set(names)):
        places = [order.index(name) for name in names]
        assert places == sorted(places, reverse=True), names[:5]


def scrolls_to_the_end(report):
    report.go("#view=gaps&state=all")
    count = report.evaluate("shown_count()")
    if not count:
        return "nothing to scroll"
    report.evaluate("document.querySelector('.scroller').scrollTop = 1e9")
    report.settle()
    last = report.evaluate("Math.max(...rows().map(row => Number(row.getAttribute('aria-rowindex'))))")
    assert last == count + 1, (last, count)
    drawn = report.evaluate("rows().length")
    assert drawn < 120, f"{drawn} rows are drawn"
    return f"{count} rows, {drawn} drawn"


def unfolds(report):
    report.go("#view=map")
    if not report.evaluate("!!document.querySelector('.lane button')"):
        return "nothing to unfold"
    report.evaluate("document.querySelector('.lane button').click()")
    report.settle()
    assert report.evaluate("document.querySelector('.lane button').getAttribute('aria-expanded')") == "true"
    rows = report.evaluate("document.querySelectorAll('.panel table.m tbody tr').length")
    marks = report.evaluate("document.querySelectorAll('.panel table.m tbody td .mark').length")
    assert rows > 0 and marks >= rows, (rows, marks)
    report.evaluate("document.querySelector('.lane button').click()")
    report.settle()
    assert not report.evaluate("!!document.querySelector('.panel')"), "does not fold again"
    return f"{rows} versions, {marks} cells"


def copies(report):
    report.go("#view=gaps&state=all")
    if not report.evaluate("!!document.querySelector('.acts button:not(:disabled)[title]')"):
        return "nothing that may be copied"
    report.evaluate("watch_clipboard()")
    for word in ("Spec", "Waiver"):
        expected = report.evaluate(f"press_copy({json.dumps(word)})")
        if expected is None:
            continue
        report.settle()
        assert report.evaluate("copied()") == expected, word
        assert not any(character in expected for character in ";|&$`<>\n\u202e"), expected
    return report.evaluate("copied()")


def follows_package_links(report):
    package = report.evaluate("names_of_report().find(name => /^[a-z]/.test(name)) || ''")
    if not package:
        return "no package"
    report.open("#package=" + encoded(report, package))
    assert report.evaluate("document.querySelector('main h2').textContent") == package
    return package


def works_by_keyboard(report):
    report.open("#view=gaps&state=all")
    report.key("Tab")
    assert report.evaluate("document.activeElement.id") == "skip"
    report.key("/")
    if report.evaluate("!!document.querySelector('#search')"):
        assert report.evaluate("document.activeElement.id") == "search"
    if report.evaluate("rows().length") < 3:
        return "nothing to move in"
    report.evaluate("rows()[0].querySelector('button').focus()")
    first = report.evaluate("focused_row()")
    for _ in range(60):
        report.key("ArrowDown")
    report.settle()
    last = report.evaluate("focused_row()")
    assert last == min(first + 60, report.evaluate("shown_count()") + 1), (first, last)
    report.key("Enter")
    report.settle()
    assert report.evaluate("!!document.querySelector('.panel dl')"), "Enter does not unfold"
    assert report.evaluate("focused_row()") == last, "the focus is lost"


def takes_pictures(report):
    name = report.path.stem
    for view in views(report):
        short = view.split("=")[0].strip("#") + "-" + view.split("=")[1] if view.startswith("#view") else "package"
        for look, size in (("light", {}), ("dark", {"dark": True}), ("narrow", {"width": 400, "height": 860})):
            report.show(**size)
            report.go(view)
            report.picture(f"{name}-{short.replace('view-', '')}-{look}")
    report.show()


CHECKS = [
    opens_quickly_and_quietly, draws_every_view, keeps_text_as_text, has_labels, has_contrast, fits_narrow_screens, searches,
    filters_and_keeps_the_link, sorts, scrolls_to_the_end, unfolds, copies, follows_package_links, works_by_keyboard,
    takes_pictures,
]


def check(paths):
    browser, failures = Browser(PAGE_SCRIPTS), 0
    try:
        for path in paths:
            for test in CHECKS:
                report = Report(browser, path)
                report.show()
                name = f"{report.path.name} {test.__name__.replace('_', ' ')}"
                try:
                    report.open()
                    remark = test(report)
                    complaints = report.complaints()
                    assert complaints == [], complaints
                    print(f"ok {name}" + (f" ({remark})" if remark else ""))
                except (AssertionError, RuntimeError) as error:
                    failures += 1
                    line = traceback.extract_tb(error.__traceback__)[-1].lineno
                    print(f"FAILED {name}: {str(error) or 'see html_checks.py, line ' + str(line)}")
                sys.stdout.flush()
    finally:
        browser.close()
    print(f"{failures} failed; pictures in {html_browser.ARTIFACTS}")
    return 1 if failures else 0
