"""Names and words that other systems use for our columns and values, in a few languages.

Every use of this table is a guess: it is shown to the reader, who confirms or corrects it in the
mapping file. Nothing here is law.
"""

from collections.abc import Mapping

from knowntenant.law.kinds import fold

# column: names that stand for it; "table.column" speaks of one table only.
_COLUMNS = {
    "customers.id": "customer_id cust_id cust_no custno customer_no customer_number customerid "
    "client_id client_no kundennummer kunden_nr kundennr kdnr uid user_id numero_cliente",
    "customers.name": "customer_name full_name legal_name company company_name display_name "
    "kundenname firma nombre nom razon_social account_name",
    "customers.kind": "customer_type type entity_type person_type kundenart kundentyp tipo",
    "customers.located": "country country_code land pays pais billing_country country_of_residence",
    "customers.claims_us_person": "us_person is_us_person us_claimed",
    "customers.happened": "created_at created created_on signup_date sign_up_date signed_up "
    "signup_at registered_at registration_date customer_since kunde_seit fecha_alta",
    "customers.tier": "risk_level risk_class risk_rating",
    "citizen": "nationality nationalities staatsangehoerigkeit nacionalidad",
    "organised_in": "country_of_incorporation incorporated_in incorporation_country "
    "jurisdiction_of_organization place_of_incorporation registered_in",
    "headquartered_in": "headquarters head_office hq_country",
    "email": "email_address e_mail_address mail contact_email correo courriel",
    "phone": "phone_number telephone_number telefon telefonnummer mobile mobile_phone telefono",
    "street_address": "street billing_address postal_address residential_address anschrift adresse "
    "strasse direccion address_line address1",
    "principal_place": "business_address registered_address office_address",
    "use_locations": "deployment_countries used_from service_countries",
    "owners.owner": "owner_id shareholder shareholder_id beneficial_owner beneficial_owner_id ubo",
    "owners.owned": "customer_id company_id entity_id owned_id cust_no kundennummer",
    "owners.percent": "percentage ownership_percentage ownership_percent share_percent anteil pct",
    "owners.name": "owner_name shareholder_name ubo_name",
    "owners.kind": "owner_type type",
    "owners.role": "position function title control_type",
    "owners.located": "country country_code land owner_country",
    "accounts.id": "account_id account_no account_number acct_id acct kontonummer subscription_id",
    "accounts.customer": "customer_id cust_id cust_no customer_no customer_number kundennummer "
    "client_id owner owner_id",
    "accounts.product": "product_id sku plan service product_line",
    "accounts.reseller": "reseller_id partner partner_id",
    "accounts.state": "status account_status lifecycle_state zustand estado",
    "accounts.opened_on": "created_at created opened_at open_date activated_at activation_date "
    "start_date provisioned_at provisioned_on eroeffnet_am",
    "accounts.closed_on": "closed_at terminated_at deleted_at end_date cancelled_at canceled_at "
    "geschlossen_am",
    "accounts.state_since": "status_changed_at",
    "payments.id": "payment_id payment_method_id",
    "payments.account": "account_id acct_id account_no",
    "payments.customer": "customer_id cust_id cust_no customer_no kundennummer client_id",
    "payments.means": "payment_method payment_type zahlungsart",
    "payments.token": "payment_token processor_token card_token stripe_id",
    "payments.issuer_country": "card_country country bin_country",
    "payments.wallet_address": "crypto_address btc_address wallet_id",
    "payments.account_number": "iban bank_account_number",
    "evidence.id": "evidence_id document_id doc_id case_id",
    "evidence.person": "person_id customer_id subject subject_id cust_no kundennummer",
    "evidence.kind": "document_type doc_type",
    "evidence.number": "document_number doc_number",
    "evidence.issued_by": "issuing_state country_of_issue country",
    "evidence.expires": "expiry expiry_date expires_on valid_to",
    "evidence.checked_on": "checked_at verified_at verification_date reviewed_at",
    "evidence.method": "verification_method",
    "evidence.result": "verification_result status",
    "access.account": "account_id acct_id acct",
    "access.at": "event_time eventtime occurred_at datetime date_time ts logged_at created_at",
    "access.ip": "source_ip sourceipaddress source_ip_address remote_addr client_ip ip_addr",
    "access.action": "event event_type event_name activity",
    "access.located": "country_code geo geoip geo_country",
    "usage.account": "account_id acct_id",
    "usage.product": "product_id sku",
    "usage.hours": "gpu_hours usage_hours quantity",
    "usage.happened": "period_start start start_time month usage_start",
    "usage.until": "period_end end end_time usage_end",
    "resellers.id": "reseller_id partner_id",
    "resellers.name": "reseller_name partner_name company",
    "resellers.located": "country country_code",
    "resellers.since": "start_date created_at onboarded_on",
    "resellers.cip_kept": "has_cip cip written_cip",
    "findings.id": "finding_id",
    "findings.reseller": "reseller_id partner_id",
    "findings.kind": "finding_type type category",
    "happened": "date occurred_on effective_date",
}

_VALUES = {
    "customers.kind": {
        "individual": "person natural natural_person private consumer privat privatperson persona",
        "entity": "company business organization organisation corporate legal legal_entity firma "
        "unternehmen juristische_person empresa b2b",
    },
    "accounts.state": {
        "opened": "open active live enabled aktiv offen",
        "closed": "terminated cancelled canceled deleted inactive geschlossen gekuendigt",
        "suspended": "blocked locked on_hold gesperrt",
        "requested": "pending prospective applied",
        "refused": "rejected declined denied",
    },
    "payments.means": {
        "card": "credit_card creditcard debit_card visa mastercard amex kreditkarte",
        "bank_account": "bank bank_transfer wire sepa ach direct_debit iban lastschrift",
        "crypto": "cryptocurrency bitcoin btc ethereum eth usdt usdc xmr wallet",
        "credits": "credit voucher promo coupon",
    },
    "evidence.result": {
        "passed": "pass ok success verified approved",
        "failed": "fail failure rejected declined",
        "doubtful": "review unclear inconclusive manual_review",
    },
    "evidence.method": {
        "documentary": "document documents id_document",
        "non_documentary": "database nondocumentary electronic bureau",
    },
    "access.action": {
        "use": "api access read login log_in signin sign_in ssh",
        "administration": "admin administrative console root config",
        "sign_up": "signup register registration",
    },
    "resellers.state": {
        "active": "open live enabled",
        "terminated": "closed ended cancelled",
    },
}


def _names(text: str) -> tuple[str, ...]:
    return tuple(fold(name) for name in text.split())


def near_columns(
    table: str, columns: Mapping[str, object], fact: str
) -> Mapping[str, tuple[str, ...]]:
    """Give, for each column of a table, the folded names that other systems use for it.

    fact: what the table's rows are; its name alone, or with "_id" behind it, may head the ids.
    """
    found = {
        name: _names(_COLUMNS.get(f"{table}.{name}", "")) + _names(_COLUMNS.get(name, ""))
        for name in columns
    }
    if "id" in found:
        found["id"] = tuple(dict.fromkeys((*found["id"], fact, f"{fact}_id")))
    return found


def near_values(table: str, column: str) -> Mapping[str, str]:
    """Give our word for each folded word that other systems use in a column."""
    table = {"owners": "customers"}.get(table, table)
    return {
        word: ours
        for ours, words in _VALUES.get(f"{table}.{column}", {}).items()
        for word in _names(words)
    }
