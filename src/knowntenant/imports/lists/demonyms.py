"""Words for the people of a country, which some lists write where a country is asked."""

_TABLE = """
ad andorran; ae emirati,uae; af afghan,afgan; al albanian; am armenian; ao angolan; ar
argentine,argentinian; at austrian; au australian; az azerbaijani,azeri; ba bosnian,bosnian
herzegovinian; bd bangladeshi; be belgian; bf burkinabe; bg bulgarian; bh bahraini; bi burundian;
bj beninese; bn bruneian; bo bolivian; br brazilian; bs bahamian; bw botswanan; by
belarusian,belarussian; bz belizean; ca canadian; cd congolese (drc); cf central african; ch
swiss; ci ivorian; cl chilean; cm cameroonian; cn chinese; co colombian; cr costa rican; cu cuban;
cy cypriot; cz czech; de german; dj djiboutian; dk danish; do dominican (republic); dz algerian;
ec ecuadorian; ee estonian; eg egyptian; er eritrean; es spanish; et ethiopian; fi finnish; fj
fijian; fr french; ga gabonese; gb british,uk; ge georgian; gh ghanaian; gm gambian; gn guinean;
gr greek; gt guatemalan; gw bissau-guinean; gy guyanese; hn honduran; hr croatian; ht haitian; hu
hungarian; id indonesian; ie irish; il israeli; in indian; iq iraqi; ir iranian; is icelandic; it
italian; jm jamaican; jo jordanian; jp japanese; ke kenyan; kg kyrgyz,kyrgyzstani; kh cambodian;
km comorian; kp north korean,dprk korean; kr south korean; kw kuwaiti; kz kazakh,kazakhstani; la
laotian; lb lebanese; lk sri lankan; lr liberian; ls basotho; lt lithuanian; lu luxembourgish; lv
latvian; ly libyan; ma moroccan; mc monegasque; md moldovan; me montenegrin; mg malagasy; mk
macedonian; ml malian; mm burmese,myanma; mn mongolian; mr mauritanian; mt maltese; mu mauritian;
mv maldivian; mw malawian; mx mexican; my malaysian; mz mozambican; na namibian; ne nigerien; ng
nigerian; ni nicaraguan; nl dutch; no norwegian; np nepalese,nepali; nz new zealander; om omani;
pa panamanian; pe peruvian; pg papua new guinean; ph filipino,philippine; pk pakistani; pl polish;
ps palestinian; pt portuguese; py paraguayan; qa qatari,qatarian; ro romanian; rs serbian; ru
russian; rw rwandan; sa saudi,saudi arabian; sc seychellois; sd sudanese; se swedish; sg
singaporean; si slovenian; sk slovak; sl sierra leonean; sn senegalese; so somali; sr surinamese;
ss south sudanese; sv salvadoran; sy syrian; td chadian; tg togolese; th thai; tj
tajik,tajikistani; tm turkmen; tn tunisian; tr turkish; tt trinidadian; tw taiwanese; tz
tanzanian; ua ukrainian; ug ugandan; us american,us; uy uruguayan; uz uzbek,uzbekistani; ve
venezuelan; vn vietnamese; xk kosovar; ye yemeni; za south african; zm zambian; zw zimbabwean
"""

DEMONYMS = {
    word.strip(): code
    for code, _, words in (" ".join(row.split()).partition(" ") for row in _TABLE.split(";"))
    for word in words.split(",")
}
"""Word in lower case to alpha-2 code; words of two countries ("Congolese") are not in it."""
