import time

from pytestqt.qtbot import QtBot

from cardioner_desktop.ui.outbox import Outbox


def test_all_is_told_in_order_and_what_was_put_first_before_it(qtbot: QtBot) -> None:
    outbox = Outbox()
    told: list[int] = []
    for number in range(3):
        outbox.put(told.append, number)
    outbox.put_first(told.append, -1)
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == [-1, 0, 1, 2]


def test_work_that_takes_long_is_spread_over_several_turns_of_the_event_loop(qtbot: QtBot) -> None:
    outbox = Outbox()
    turns: list[int] = []
    turn = 0

    def work() -> None:
        turns.append(turn)
        time.sleep(0.01)

    def seen() -> bool:
        nonlocal turn
        turn += 1
        return len(turns) == 3

    for _ in range(3):
        outbox.put(work)
    qtbot.waitUntil(seen)
    assert len(set(turns)) > 1
