"""Planted: transactions under which large AI models may be trained (7.308)."""

from datetime import date

from knowntenant.sample.customers import foreign_entity
from knowntenant.sample.made import Made, Seat
from knowntenant.sample.truth import Expected, Story

OPENED = date(2026, 10, 5)
WORKSHEET = (
    ("broad_data", "yes", "the data sheet names texts of many kinds"),
    ("self_supervision", "yes", "the order describes next-token prediction"),
    ("tens_of_billions", "yes", "34 billion parameters by the order"),
)
"""Questions of the worksheet that were answered; all others are open."""


def training_report_late(seat: Seat) -> Story:
    """A foreign company that trains a large model; it was to be reported two weeks ago."""
    made = _trains(seat, "2027-06-01", large="yes")
    return Story((made,), (Expected("file_training_report", _of(made, "T"), "7.308(c)(1)"),))


def training_coverage_unknown(seat: Seat) -> Story:
    """A planned run of which the worksheet of the model is half done."""
    made = _trains(seat, "2027-06-21")
    for item, verdict, evidence in WORKSHEET:
        made.add("model_evidence", model=_of(made, "LM"), item=item, verdict=verdict,
                 evidence=evidence, decided_by="S-12", happened="2027-06-22")  # fmt: skip
    return Story((made,), (Expected("settle_coverage", _of(made, "T"), "7.308(b)(1)(i)"),))


def training_of_a_small_model(seat: Seat) -> Story:
    """A run for a model of which a person decided that it is none of concern."""
    made = _trains(seat, "2027-05-17", large="no")
    return Story((made,), why="a person decided that the model is no large one of concern")


def training_report_filed(seat: Seat) -> Story:
    """A run that was reported in time, and of which the Department asked for more."""
    made = _reported(seat)
    request = _of(made, "RQ")
    made.add("requests", id=request, kind="information", about=_of(made, "T"),
             items=("date on which the run began",), happened="2027-06-22")  # fmt: skip
    return Story((made,), (Expected("file_follow_up_report", request, "7.308(c)(3)"),))


def training_report_inaccurate(seat: Seat) -> Story:
    """A run that was reported in time; since then the report is known to have been wrong."""
    made = _reported(seat)
    made.add("knowledge", id=_of(made, "K"), about=_of(made, "RP"), of="inaccurate_report",
             by="provider", note="the number of accelerators was another",
             happened="2027-06-23")  # fmt: skip
    return Story((made,), (Expected("file_corrected_report", _of(made, "RP"), "7.308(c)(4)"),))


def training_through_a_reseller(seat: Seat) -> Story:
    """A run through a foreign reseller, whose report has not come yet."""
    made = _trains(seat, "2027-06-20", large="yes", reseller="R02")
    made.account_row["reseller"] = "R02"
    run = _of(made, "T")
    return Story((made,), (
        Expected("obtain_reseller_report", run, "7.308(c)(2) s.1"),
        Expected("forward_reseller_report", run, "7.308(c)(2) s.2"),
    ))  # fmt: skip


def _trains(seat: Seat, day: str, large: str = "", reseller: str = "") -> Made:
    made = foreign_entity(seat, opened=OPENED, code="VN" if large else "AE")
    made.account_row["product"] = "gpu"
    model = _of(made, "LM")
    made.add("models", id=model, developer=made.id, operations_low="2e25", operations_high="7e25",
             parameters="34e9", modality=("text",), starts_on="2027-06-28",
             completes_on="2027-09-30", accelerators="HG-80 accelerator",
             ai_model=f"sample-{made.seat.number}", happened=day)  # fmt: skip
    if large:
        made.add("model_decision", model=model, verdict=large, decided_by="S-12",
                 reasons="the worksheet of the model", happened=day)  # fmt: skip
    made.add("transactions", id=_of(made, "T"), kind="sale", state="agreed", by=made.id,
             account=made.account, reseller=reseller, model=model, process="pre_training",
             paid_with=("money",), happened=day)  # fmt: skip
    return made


def _reported(seat: Seat) -> Made:
    made = _trains(seat, "2027-05-24", large="yes")
    officer = _of(made, "S")
    made.add("persons", id=officer, kind="individual", name="Ana Lima Sample",
             happened=made.opened.isoformat())  # fmt: skip
    made.add("reports", id=_of(made, "RP"), about=_of(made, "T"), kind="initial",
             certified_by=officer, certified="yes", happened="2027-06-03")  # fmt: skip
    return made


def _of(made: Made, what: str) -> str:
    return f"{what}-{made.id}"
