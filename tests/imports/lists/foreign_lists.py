"""Made-up lists, most in the shapes in which authorities outside the United States publish."""

import gzip
from pathlib import Path

from knowntenant.imports.lists.reading import Problem, Reader, Report
from knowntenant.screening.entry import Entry

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
 <INDIVIDUALS>
  <INDIVIDUAL>
   <DATAID>1</DATAID><FIRST_NAME>TESTA</FIRST_NAME><SECOND_NAME>MUSTER</SECOND_NAME>
   <THIRD_NAME>BEISPIEL</THIRD_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
   <REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
   <NAME_ORIGINAL_SCRIPT>محمد مثال</NAME_ORIGINAL_SCRIPT>
   <COMMENTS1>Made up. IMO number: 1234567.</COMMENTS1>
   <TITLE><VALUE>Dr</VALUE></TITLE>
   <DESIGNATION><VALUE>a) Head of Nothing</VALUE><VALUE>b) Deputy</VALUE></DESIGNATION>
   <NATIONALITY><VALUE>Afghanistan</VALUE><VALUE>Atlantis</VALUE></NATIONALITY>
   <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Testa M. Sample</ALIAS_NAME>
    <DATE_OF_BIRTH>1962-02-03</DATE_OF_BIRTH><NOTE>original script: Теста Мустер</NOTE>
   </INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Shorty; Stubby</ALIAS_NAME>
    <NOTE>used since 2010</NOTE></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ADDRESS><STREET>1 Road</STREET><CITY>Kabul</CITY><COUNTRY>Afghanistan</COUNTRY>
    <NOTE>in 2011</NOTE></INDIVIDUAL_ADDRESS>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1961-04-06</DATE>
   </INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1965</YEAR>
   </INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR>
    <TO_YEAR>1974</TO_YEAR><NOTE>Approximately</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1958</YEAR>
    <NOTE>Sep.</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>August 1969 </NOTE>
   </INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><NOTE>24/06/1402 (Hijri Calendar)</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Herat</CITY><COUNTRY>Afghanistan</COUNTRY>
   </INDIVIDUAL_PLACE_OF_BIRTH>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>OB 0243318</NUMBER>
    <ISSUING_COUNTRY>Chad</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>
    <NOTE>Tunisian national identity number W999061 issued on 9 Mar. 2011</NOTE>
   </INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT/>
   <SORT_KEY/>
  </INDIVIDUAL>
 </INDIVIDUALS>
 <ENTITIES>
  <ENTITY><DATAID>2</DATAID><FIRST_NAME>MADE UP TRADING &amp; CO</FIRST_NAME>
   <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.002</REFERENCE_NUMBER>
   <LISTED_ON>2013-01-02</LISTED_ON>
   <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Trading (老公司)</ALIAS_NAME>
   </ENTITY_ALIAS>
   <ENTITY_ADDRESS><CITY>Pyongyang</CITY>
    <COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS>
  </ENTITY>
 </ENTITIES>
</CONSOLIDATED_LIST>
"""

EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-05-04T10:00:00.000+02:00"
 globalFileId="1">
 <sanctionEntity designationDetails="Made up" unitedNationId="XXi.001" designationDate=""
  euReferenceNumber="EU.99.1" logicalId="13">
  <remark>UNSC listing. BIC ABCDDEFF.</remark>
  <regulation regulationType="amendment" programme="IRQ" publicationDate="2003-07-08"
   logicalId="9"><publicationUrl>https://example.org</publicationUrl></regulation>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Testa" middleName="" lastName="Muster" wholeName="Testa Muster"
   function="Minister" gender="F" title="Dr" nameLanguage="" strong="true" logicalId="17"/>
  <nameAlias wholeName="Теста Мустер" nameLanguage="RU" strong="true" logicalId="18"/>
  <nameAlias wholeName="Shorty" strong="false" logicalId="19"/>
  <nameAlias firstName="Nguyễn" lastName="Văn Mẫu" wholeName="" strong="true" logicalId="20">
   <remark>birth name</remark></nameAlias>
  <citizenship countryIso2Code="IQ" countryDescription="IRAQ" logicalId="21"/>
  <citizenship countryIso2Code="00" countryDescription="UNKNOWN" logicalId="22"/>
  <birthdate circa="false" calendarType="GREGORIAN" city="Basra" birthdate="1961-04-28"
   dayOfMonth="28" monthOfYear="4" year="1961" countryIso2Code="IQ" countryDescription="IRAQ"/>
  <birthdate circa="true" calendarType="GREGORIAN" year="1962" countryIso2Code="00"/>
  <birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1963" yearRangeTo="1964"/>
  <birthdate circa="false" calendarType="GREGORIAN" year="1960" monthOfYear="2" dayOfMonth="29"/>
  <birthdate circa="false" calendarType="ISLAMIC" year="1388"/>
  <identification diplomatic="false" knownExpired="true" number="A1234567" countryIso2Code="IQ"
   identificationTypeCode="passport" logicalId="23"><remark>seen once</remark></identification>
  <identification number="1037" countryIso2Code="00" identificationTypeCode="regnumber"/>
  <address city="Basra" street="1 Road" poBox="" zipCode="61001" countryIso2Code="IQ"
   countryDescription="IRAQ" contactInfo="" logicalId="24"><remark>old</remark></address>
 </sanctionEntity>
 <sanctionEntity logicalId="14" designationDate="2020-02-29">
  <subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="Beispiel GmbH" strong="true"/>
 </sanctionEntity>
</export>
"""

EU_HEADINGS = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;"
    "Entity_DesignationDate;Entity_Remark;Entity_SubjectType;"
    "Entity_SubjectType_ClassificationCode;Entity_Regulation_PublicationDate;"
    "Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;NameAlias_WholeName;"
    "NameAlias_Gender;Address_City;Address_Street;Address_CountryIso2Code;BirthDate_BirthDate;"
    "BirthDate_Year;BirthDate_YearRangeFrom;BirthDate_YearRangeTo;BirthDate_Circa;"
    "BirthDate_CalendarType;Identification_Number;Identification_TypeCode;"
    "Identification_CountryIso2Code;Citizenship_CountryIso2Code"
)
_EU = "04/05/2026;13;EU.99.1;XXi.001;;Made up;P;person;2003-07-08;IRQ;"
EU_CSV = "\ufeff" + "\r\n".join(
    (
        EU_HEADINGS,
        _EU + "Muster;Testa;Testa Muster;F;;;;;;;;;;;;;",
        _EU + ";;Теста Мустер;;;;;;;;;;;;;;",
        (
            "04/05/2026;14;EU.99.2;;29/02/2020;;E;enterprise;2003-07-08;IRN;"
            ';;"Beispiel; Söhne GmbH";;;;;;;;;;;;;;'
        ),
        _EU + ";;;;Basra;1 Road;IQ;;;;;;;;;;",
        _EU + ";;;;;;;1961-04-28;1961;;;false;GREGORIAN;;;;",
        _EU + ";;;;;;;;;1963;1964;;;;;;",
        _EU + ";;;;;;;;1965;;;true;GREGORIAN;;;;",
        _EU + ";;;;;;;;;;;;;A1234567;passport;IQ;",
        _EU + ";;;;;;;;;;;;;;;;IQ",
        "",
    )
)

HMT_HEADINGS = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,"
    "Nationality,Passport Details,NI Number,Position,Address 1,Address 2,Address 3,Address 4,"
    "Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,"
    "Listed On,Last Updated,Group ID"
)
_ALIKE = (
    ",,,,Dr,00/03/1961,Herat,Afghanistan,(1) Afghan (2) Atlantis,"
    '"(1) A123456 (Afghan). Issued on 3 May 2010 (2) Passport no. 7654321",'
    '"ID no.: 25463401784 (Qatari)",Minister,1 Road,,,,,Kabul,1001,Afghanistan (since 2009),'
    '"UN Ref XXi.001. Low quality aka Shorty and Stubby. More.",Individual,'
)
HMT = "\r\n".join(
    (
        "Last Updated,27/04/2020",
        HMT_HEADINGS,
        f"SAMPLE,Testa,M{_ALIKE}AKA,Nowhere,01/04/2016,02/04/2016,13349",
        (
            "SEA STAR,,,,,,,,,,,,,,,,,,,,,,IMO: 1234567. MMSI: 123456789. Seen.,Entity,Prime Alias,"
            "Elsewhere,19/10/2017,19/10/2017,13556"
        ),
        f"MUSTER,Testa,{_ALIKE}Prime Alias,Nowhere,01/04/2015,02/04/2016,13349",
        (
            "OLD CO,,,,,,,,,,,,,,,,,,,,,DPRK,UK listing only.,Entity,FKA,Elsewhere,"
            "19/10/2017,19/10/2017,13557"
        ),
        (
            "NEW CO (新公司),,,,,,,,,,,,,,,,,,,,,DPRK,UK listing.,Entity,Prime Alias,Elsewhere,"
            "19/10/2017,19/10/2017,13557"
        ),
        "",
    )
)

UKSL_HEADINGS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,"
    "Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
    "National Identifier additional information,Passport number,Passport additional information,"
    "Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,"
    "Business registration number (s),IMO number,Current owner/operator (s),"
    "Current believed flag of ship,Previous flags,Hull identification number (HIN)"
)


def uksl_row(**cells: str) -> str:
    """Return a row of the UK Sanctions List; cells by heading, letters and digits only."""
    names = ["".join(filter(str.isalnum, name.lower())) for name in UKSL_HEADINGS.split(",")]
    assert set(cells) <= set(names)
    return ",".join(f'"{cells.get(name, "")}"' for name in names)


_PERSON = {
    "uniqueid": "XXX0001",
    "ofsigroupid": "13349",
    "unreferencenumber": "XXi.001",
    "regimename": "Nowhere",
    "designationtype": "Individual",
    "datedesignated": "06/07/2020",
    "dob": "dd/mm/1961",
    "nationalityies": "Afghanistan",
    "passportnumber": "A123456",
    "passportadditionalinformation": "Afghan passport number A123456, issued on 3 May 2010",
    "addressline1": "1 Road",
    "addresscountry": "Afghanistan",
}
UKSL_CSV = "\n".join(
    (
        "Report Date: 23-Sep-2026",
        UKSL_HEADINGS,
        uksl_row(name1="Testa", name6="MUSTER", nametype="Primary Name", **_PERSON),
        uksl_row(name6="Shorty", nametype="Alias", aliasstrength="Low quality", **_PERSON),
        uksl_row(
            name6="SEA STAR",
            nametype="Primary name",
            uniqueid="XXX0002",
            designationtype="Ship",
            regimename="Elsewhere",
            imonumber="IMO1234567",
            currentbelievedflagofship="Panama",
            hullidentificationnumberhin="H-1",
        ),
        uksl_row(
            name6="MADE UP LLC",
            nametype="Primary name",
            namenonlatinscript="Фирма Выдумка",
            uniqueid="XXX0003",
            designationtype="Entity",
            regimename="Elsewhere",
            businessregistrationnumbers="1037739000000",
        ),
        "",
    )
)

UKSL_XML = """<?xml version="1.0" encoding="utf-8"?>
<Designations><DateGenerated>23/09/2026</DateGenerated>
 <Designation><LastUpdated>14/02/2022</LastUpdated><DateDesignated>06/07/2020</DateDesignated>
  <UniqueID>XXX0001</UniqueID><OFSIGroupID>13349</OFSIGroupID>
  <UNReferenceNumber>XXi.001</UNReferenceNumber>
  <Names><Name><Name1>Testa</Name1><Name6>MUSTER</Name6><NameType>Primary Name</NameType></Name>
   <Name><Name6>Shorty</Name6><NameType>Alias</NameType><AliasStrength>Low quality</AliasStrength>
   </Name></Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>محمد</NameNonLatinScript></NonLatinName>
  </NonLatinNames>
  <Titles><Title>Dr</Title></Titles>
  <RegimeName>Nowhere</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
  <OtherInformation>Made up</OtherInformation>
  <Addresses><Address><AddressLine1>1 Road</AddressLine1><AddressCountry>Afghanistan
   </AddressCountry></Address></Addresses>
  <IndividualDetails><Individual>
   <DOBs><DOB>dd/mm/1961</DOB><DOB>03/04/1962</DOB></DOBs>
   <Nationalities><Nationality>Afghanistan</Nationality></Nationalities>
   <PassportDetails><Passport><PassportNumber>A123456</PassportNumber>
    <PassportAdditionalInformation>Afghan passport number A123456</PassportAdditionalInformation>
   </Passport></PassportDetails>
   <BirthDetails><Location><TownOfBirth>Herat</TownOfBirth></Location></BirthDetails>
  </Individual></IndividualDetails>
 </Designation>
 <Designation><UniqueID>XXX0002</UniqueID>
  <Names><Name><Name6>SEA STAR</Name6><NameType>Primary Name</NameType></Name></Names>
  <IndividualEntityShip>Ship</IndividualEntityShip>
  <ShipDetails><Ship><IMONumbers><IMONumber>1234567</IMONumber></IMONumbers>
   <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Panama</CurrentBelievedFlagOfShip>
   </CurrentBelievedFlagOfShips>
   <HullIdentificationNumbers><HullIdentificationNumber>H-1</HullIdentificationNumber>
   </HullIdentificationNumbers></Ship></ShipDetails>
 </Designation>
 <Designation><UniqueID>XXX0003</UniqueID>
  <Names><Name><Name6>MADE UP LLC</Name6><NameType>Primary Name</NameType></Name></Names>
  <IndividualEntityShip>Entity</IndividualEntityShip>
  <EntityDetails><Entity><BusinessRegistrationNumbers><BusinessRegistrationNumber>1037739000000
   </BusinessRegistrationNumber></BusinessRegistrationNumbers></Entity></EntityDetails>
  <CryptoWalletAddresses><CryptoWalletAddress>bc1qmadeup</CryptoWalletAddress>
  </CryptoWalletAddresses>
 </Designation>
</Designations>
"""

FTM_LINES = (
    (
        '{"id":"P1","caption":"Testa Muster","schema":"Person","target":true,'
        '"datasets":["xx_list"],"properties":{"name":["Testa Muster","T. Muster"],'
        '"alias":["محمد مثال"],"weakAlias":["Shorty"],"previousName":["Testa Alt"],'
        '"birthDate":["1961","1962-03"],"nationality":["af"],"passportNumber":["A123456"],'
        '"topics":["sanction"],"programId":["XX-1"],"gender":["female"],"notes":["Made up"],'
        '"addressEntity":["A1"]}}'
    ),
    (
        '{"id":"S1","schema":"Sanction","properties":{"entity":["P1"],"program":["Nowhere"],'
        '"startDate":["2020-02-29"],"unscId":["XXi.001"],"reason":["none"]}}'
    ),
    '{"id":"A1","schema":"Address","properties":{"full":["1 Road, Kabul"],"country":["af"]}}',
    (
        '{"id":"I1","schema":"Identification","properties":{"holder":["P1"],"number":["777"],'
        '"type":["National ID"],"country":["af"]}}'
    ),
    (
        '{"id":"W1","schema":"CryptoWallet","target":true,"properties":{"publicKey":["bc1qmadeup"],'
        '"holder":["P1"],"topics":["sanction"]}}'
    ),
    '{"id":"R1","schema":"Person","target":false,"properties":{"name":["A Relative"]}}',
    '{"id":"O1","schema":"Ownership","properties":{"owner":["P1"],"asset":["C1"]}}',
    (
        '{"id":"C1","schema":"Company","target":false,"datasets":["yy_list"],"properties":{'
        '"name":["Beispiel GmbH"],"leiCode":["5299000J2N45DDNE4Y28"],"country":["de"],'
        '"topics":["sanction.linked"],"registrationNumber":["HRB 1"]}}'
    ),
    "",
)
FTM = "\n".join(FTM_LINES)

OWN = (
    "id,Name,AKA,Type,Date of birth,Country,Address,Identifiers,Programme,Listed on,Notes,Colour\n"
    '7,Ana Example,"Anna Example; 阿娜",person,1961-03-05,"VN; US","1 Road, Huế",'
    '"passport (VN): B7654321; lei: 5299000J2N45DDNE4Y28; 42",refused,2026-05-01,made up,blue\n'
    ",محمد,,,circa 1970,,,,,,,\n"
)


SDN = '7,"MUSTER, Testa","individual","XX",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
KNOWN = {
    "un_xml": UN,
    "eu_xml": EU_XML,
    "eu_csv": EU_CSV,
    "uk_hmt_csv": HMT,
    "uk_list_csv": UKSL_CSV,
    "uk_list_xml": UKSL_XML,
    "ofac_xml": '<sdnList xmlns="http://example.org"><sdnEntry/></sdnList>',
    "ofac_advanced": '<Sanctions xmlns="http://example.org"/>',
    "ofac_delimited": SDN,
    "csl_csv": "_id,source,entity_number,name,alt_names\n1,X,2,Ana,\n",
    "csl_json": '{"search_performed_at": "x", "results": [{"name": "Ana"}]}',
    "bis_denied": "Name\tCity\tEffective_Date\tExpiration_Date\tFR_Citation\nAna\tX\tY\tZ\tW\n",
    "bis_entities": "Country,Entity,Federal Register citation\nChina,Ana,1 FR 2\n",
    "ftm": FTM,
    "own_csv": OWN,
}
"""A small list of each format by its name; the American ones are no more than recognisable."""


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file, packed where its name says so."""
    data = content.encode() if isinstance(content, str) else content
    path = folder / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def read(reader: Reader, path: Path) -> tuple[list[Entry], Report]:
    """Read a file to its end."""
    report = Report()
    return list(reader(path, report)), report


def fields(problems: list[Problem]) -> list[str]:
    """Return the fields that the problems name."""
    return [problem.field for problem in problems]
