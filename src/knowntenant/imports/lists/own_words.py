"""The words in which people head the columns of their own lists, and write kinds in them."""

from typing import TypeVar

from knowntenant.imports.lists.rows import heading
from knowntenant.screening.entry import IdKind, Kind

_T = TypeVar("_T")


def _by_word(table: dict[_T, str]) -> dict[str, _T]:
    return {heading(word): meant for meant, words in table.items() for word in words.split(",")}


COLUMNS = _by_word(
    {
        "id": "id,number,no,ref,reference,entry id,uid,record id,list id",
        "name": "name,full name,primary name,whole name,entity name,company name,caption",
        "aliases": "aliases,alias,aka,also known as,other names,alternative names,alt names",
        "weak_aliases": "weak aliases,weak alias,low quality aliases,nicknames",
        "former_names": "former names,former name,fka,previous names,previous name,formerly",
        "kind": "kind,type,entity type,schema,category,party type,subject type",
        "birth_date": "birth date,birthdate,date of birth,dob,born,birth dates,year of birth",
        "countries": "countries,country,nationality,nationalities,citizenship,country code",
        "address": "address,addresses,full address",
        "identifiers": "identifiers,identifier,id numbers,documents,document numbers",
        "programme": "programme,programmes,program,programs,regime,list,lists,reason code",
        "listed_on": "listed on,listed,date listed,listing date,added,date added,since",
        "remarks": "remarks,remark,notes,note,comments,comment,reason",
    }
)

KINDS = _by_word(
    {
        Kind.PERSON: "person,individual,natural person,human,p,i,people",
        Kind.ORGANIZATION: (
            "organisation,organization,company,entity,legal person,business,enterprise,firm,group,"
            "bank,corporation,o,e,public body"
        ),
        Kind.LEGAL_ENTITY: ",unknown,legal entity,legalentity,other,party",
        Kind.VESSEL: "vessel,ship,boat",
        Kind.AIRPLANE: "aircraft,airplane,plane",
        Kind.CRYPTO_WALLET: "wallet,crypto wallet,cryptowallet,digital currency address",
    }
)

IDS = _by_word(
    {
        IdKind.LEI: "lei,legal entity identifier",
        IdKind.TAX: "tax,tax id,tax number,tin,vat,vat number,inn,ein",
        IdKind.REGISTRATION: "registration,registration number,company number,ogrn,reg no",
        IdKind.PASSPORT: "passport,passport number,passport no",
        IdKind.NATIONAL_ID: "national id,id,id card,identity card,national identity,ssn,id number",
        IdKind.SWIFT: "swift,bic,swift bic",
        IdKind.IMO: "imo,imo number",
        IdKind.MMSI: "mmsi",
        IdKind.CALL_SIGN: "call sign",
        IdKind.TAIL_NUMBER: "tail number,aircraft registration",
        IdKind.WALLET: "wallet,crypto,public key,digital currency address,btc,eth,xbt,usdt",
        IdKind.OTHER: "other",
    }
)
