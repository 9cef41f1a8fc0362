"""Every decision that there is: importing this module registers them all."""

from collections.abc import Mapping

from knowntenant.assessment import (
    readiness,
    recommendations,
    requests,
    risk_factors,
    shortcomings,
)
from knowntenant.certification import (
    attestations,
    blockers,
    changes,
    compiled,
    form,
    gates,
    window,
)
from knowntenant.deterrence import (
    contents,
    lifting,
    possible,
    red_flags,
    revocation,
    submissions,
    updating,
    upkeep,
)
from knowntenant.enforcement import exposure, penalties, violations
from knowntenant.enforcement import statements as enforcement_statements
from knowntenant.export_control import affiliates as export_affiliates
from knowntenant.export_control import connections as export_connections
from knowntenant.export_control import consignee as export_consignee
from knowntenant.export_control import covered as export_covered
from knowntenant.export_control import data_rule as export_data_rule
from knowntenant.export_control import headquarters as export_headquarters
from knowntenant.export_control import licence as export_licence
from knowntenant.export_control import red_flags as export_red_flags
from knowntenant.facts import types
from knowntenant.identification import data, determination, opening
from knowntenant.law.decision import Decision, decisions
from knowntenant.measures import determination as measure_determination
from knowntenant.measures import effect, life, matching
from knowntenant.obligations import duties
from knowntenant.ownership import owners
from knowntenant.persons import knowing, recheck, status
from knowntenant.privacy import notices, owner_changes, seeing, sharing
from knowntenant.program import drift as program_drift
from knowntenant.program import failure as program_failure
from knowntenant.program import fitting as program_fitting
from knowntenant.program import gaps as program_gaps
from knowntenant.program import standing as program_standing
from knowntenant.program import upkeep as program_upkeep
from knowntenant.resellers import adoption, programs, steps, termination
from knowntenant.resellers import kind as reseller_kind
from knowntenant.retention import records, terms
from knowntenant.risk import assessment as risk_assessment
from knowntenant.risk import tiers as risk_tiers
from knowntenant.sanctions import accounts as sanctions_accounts
from knowntenant.sanctions import blocked as sanctions_blocked
from knowntenant.sanctions import connections as sanctions_connections
from knowntenant.sanctions import places as sanctions_places
from knowntenant.sanctions import property as sanctions_property
from knowntenant.scope import (
    accounts,
    existing,
    jurisdictions,
    products,
    reselling,
    settling,
    us_products,
)
from knowntenant.training import clocks as training_clocks
from knowntenant.training import contents as training_contents
from knowntenant.training import corrections as training_corrections
from knowntenant.training import dual_use as training_dual_use
from knowntenant.training import events as training_events
from knowntenant.training import followups as training_followups
from knowntenant.training import knowing as training_knowing
from knowntenant.training import model as training_model
from knowntenant.training import suspension as training_suspension
from knowntenant.training import thresholds as training_thresholds
from knowntenant.training import transactions as training_transactions
from knowntenant.training import worksheet as training_worksheet
from knowntenant.verification import outcome, provisional, register, review, routes

ROOMS = (
    types, data, determination, opening, duties, owners, recheck, status, programs, steps,
    termination, records, terms, accounts, products, outcome, provisional, register, review, routes,
    contents, lifting, possible, red_flags, revocation, submissions, updating, upkeep,
    exposure, penalties, violations, enforcement_statements,
    measure_determination, effect, life, matching, knowing,
    notices, owner_changes, seeing, sharing,
    risk_assessment, risk_tiers,
    program_drift, program_failure, program_fitting, program_gaps, program_standing, program_upkeep,
    adoption, reseller_kind, existing, jurisdictions, reselling, settling, us_products,
    training_dual_use, training_model, training_thresholds, training_worksheet,
    training_clocks, training_contents, training_corrections, training_events, training_followups,
    training_knowing, training_suspension, training_transactions,
    attestations, blockers, changes, compiled, form, gates, window,
    readiness, recommendations, requests, risk_factors, shortcomings,
    export_affiliates, export_connections, export_consignee, export_covered, export_data_rule,
    export_headquarters, export_licence, export_red_flags,
    sanctions_accounts, sanctions_blocked, sanctions_connections, sanctions_places,
    sanctions_property,
)  # fmt: skip


def all_decisions() -> Mapping[str, Decision]:
    """Give all decisions by name."""
    return decisions()
