"""The jobs at the desk: admins see them, retry and drop them."""

import re

import pytest
from playwright.sync_api import expect

import rows
from jobs import enqueue
from people import Staff
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE

JOBS = "/desk/jobs"


@pytest.fixture
def admin(someone, process, session_of):
    return Staff(someone(process, storage_state=session_of("admin")))


def row(staff, number):
    """The row of the job with this number."""
    return staff.page.get_by_role("row").filter(has=staff.page.get_by_role("cell", name=str(number), exact=True))


def button(staff, label, number):
    return staff.page.get_by_role("button", name=f"{label} job {number}", exact=True)


def test_an_admin_retries_one_failed_job_and_drops_another(admin, process, view):
    one, other = (enqueue(process, f"{name} {view}", "failed") for name in ("one", "other"))
    admin.open("/desk")
    admin.page.get_by_role("link", name="Jobs", exact=True).click()
    expect(row(admin, one)).to_contain_text("Failed")
    expect(row(admin, one)).to_contain_text("no such table: <b>admissions</b>")

    assert admin.press(button(admin, "Retry", one)).status == 200
    expect(row(admin, one)).to_contain_text("Waiting")
    assert admin.press(button(admin, "Drop", other)).status == 200
    expect(row(admin, other)).to_have_count(0)

    admin.open("/desk/log")
    log = admin.page.get_by_role("row")
    expect(log.nth(1)).to_contain_text(f"job.dropjob {other}")
    expect(log.nth(2)).to_contain_text(f"job.retryjob {one}")


def test_a_job_that_somebody_else_has_dropped_is_not_dropped_again(admin, someone, process, session_of, view):
    other = Staff(someone(process, storage_state=session_of("admin")))
    number = enqueue(process, f"both {view}")
    for staff in (admin, other):
        staff.open(JOBS)
    admin.press(button(admin, "Drop", number))

    assert other.press(button(other, "Drop", number)).status == 404

    expect(other.page.locator("main")).to_contain_text("This job is done, or somebody has dropped it.")


def test_a_running_job_can_only_be_dropped(admin, process, view):
    number = enqueue(process, f"running {view}", "running")
    admin.open(JOBS)

    expect(row(admin, number)).to_contain_text("Running")
    expect(button(admin, "Drop", number)).to_be_visible()
    expect(button(admin, "Retry", number)).to_have_count(0)


def test_other_staff_are_not_offered_the_jobs(editor):
    editor.open("/desk")

    expect(editor.page.get_by_role("link", name="Jobs", exact=True)).to_have_count(0)
    assert editor.open(JOBS).status == 403


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_a_job_is_dropped_by_keyboard(admin, process):
    number = enqueue(process, "keyboard", "failed")
    admin.open(JOBS)
    region = admin.page.get_by_role("region", name="Jobs")
    region.focus()
    for _ in range(20):
        admin.page.keyboard.press("Tab")
        if button(admin, "Drop", number).evaluate("each => each === document.activeElement"):
            break
    expect(button(admin, "Drop", number)).to_be_focused()
    outline = button(admin, "Drop", number).evaluate("each => getComputedStyle(each).outlineWidth")
    assert outline != "0px", "the focus is not visible"
    with admin.page.expect_navigation():
        admin.page.keyboard.press("Enter")

    expect(row(admin, number)).to_have_count(0)


@pytest.mark.parametrize("view", [ON_PHONE], ids=str)
def test_a_long_list_fits_and_is_accessible(someone, new_process, session_of, view):
    process = new_process()
    # The demo edition has one: its story under an embargo appears tomorrow.
    rows.run(process, "DELETE FROM jobs")
    admin = Staff(someone(process, storage_state=session_of("admin")))
    admin.open(JOBS)
    expect(admin.page.locator("main")).to_contain_text("No job is waiting, running or has failed.")
    for number in range(500):
        enqueue(process, str(number), ("failed", "running", "waiting")[number % 3])
    admin.open(JOBS)

    # Admins are told of failed jobs, which is a job or two itself.
    sentence = re.compile("167 failed, 33[3-5] waiting or running. The list shows at most 200")
    expect(admin.page.locator("main")).to_contain_text(sentence)
    assert admin.page.get_by_role("row").count() == 1 + 167 + 200
    assert_fits(admin.page)
    assert_accessible(admin.page)
