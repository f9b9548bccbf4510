//! Checks that a number must pass: the redundancy its issuer put in, so that a slip of the pen is noticed, and the rest
//! of what the issuer says of its form.
//!
//! A check is a pure function over the digits and letters of a finding. Blanks, full stops, hyphens, slashes and colons
//! between them are ignored; the pattern decides where they may stand. Any other character fails the check. Letters count
//! without case, unless the check says that case carries it.

mod be;
mod crypto;
mod de;
mod es;
mod fr;
mod iban;
mod it;
mod jwt;
mod key;
mod luhn;
mod nl;
mod opaque;
mod parts;
mod password;
mod pl;
mod swift;
mod uk;
mod us;
mod vat;

use crate::words::words;

words! {
    /// A check by name, on the digits and letters of a match.
    ///
    /// ```
    /// use bezint_core::detect::Check;
    /// assert!(Check::Luhn.passes("4111 1111 1111 1111"));
    /// assert!(Check::Iban.passes("NL91 ABNA 0417 1643 00"));
    /// assert!(Check::Bsn.passes("1112.22.333"));
    /// assert!(!Check::Bsn.passes("111222334"));
    /// ```
    Check {
        /// Luhn's: from the right, every second digit counts double (a result of two digits counts their sum); the
        /// total is a multiple of 10. ISO/IEC 7812-1, annex B.
        Luhn = "luhn",
        /// A payment card: the first digits and the length of a scheme, and Luhn's check.
        /// <https://en.wikipedia.org/wiki/Payment_card_number>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Card.passes("3534 8205 9174 6284"));
        /// assert!(!Check::Card.passes("9534 8205 9174 6284"));
        /// ```
        Card = "card",
        /// ISO 13616-1: country, check digits and account; with the first four characters moved to the end and letters
        /// as 10 to 35, the number leaves 1 when divided by 97 (ISO/IEC 7064, MOD 97-10). The length is the country's,
        /// by the IBAN registry.
        Iban = "iban",
        /// ISO 9362: the fifth and sixth character are a country's code.
        /// <https://www.swift.com/standards/data-standards/bic-business-identifier-code>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Bic.passes("BEZINL2A"));
        /// assert!(!Check::Bic.passes("BEZIQQ2A"));
        /// ```
        Bic = "bic",
        /// The "elfproef" of the Dutch citizen service number: digits times 9, 8, …, 2 and -1 sum to a multiple of 11.
        /// Eight digits stand for nine with a leading zero.
        Bsn = "bsn",
        /// The Dutch education number: begins with 10, and its elfproef leaves 5.
        /// <https://nl.wikipedia.org/wiki/Onderwijsnummer>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Onderwijsnummer.passes("101234564"));
        /// assert!(!Check::Onderwijsnummer.passes("101234565"));
        /// ```
        Onderwijsnummer = "onderwijsnummer",
        /// The Dutch VAT number: nine digits, B, two digits. The digits pass the elfproef, or, since 2020, the whole with
        /// letters as 10 to 35 and NL before it leaves 1 when divided by 97.
        /// <https://www.belastingdienst.nl/wps/wcm/connect/bldcontentnl/belastingdienst/zakelijk/btw/administratie_bijhouden/btw_nummers_controleren/uw_btw_nummer>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Btw.passes("NL 1112.22.333.B01"));
        /// assert!(!Check::Btw.passes("NL 1112.22.334.B01"));
        /// ```
        Btw = "btw",
        /// The Belgian national register number and BIS number: a date (its month plus 20 or 40 in a BIS number), a
        /// serial, and 97 less the rest of these nine digits by 97; from 2000 on with a 2 before them.
        /// <https://nl.wikipedia.org/wiki/Rijksregisternummer>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::BeNational.passes("83.09.17-264.91"));
        /// assert!(!Check::BeNational.passes("83.09.17-264.92"));
        /// ```
        BeNational = "be-national",
        /// The Belgian enterprise number: ten digits that begin with 0 or 1; the last two are 97 less the rest of the
        /// others by 97. <https://economie.fgov.be/en/themes/enterprises/crossroads-bank-enterprises>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::BeEnterprise.passes("0482.059.118"));
        /// assert!(!Check::BeEnterprise.passes("0482.059.119"));
        /// ```
        BeEnterprise = "be-enterprise",
        /// The number of a Belgian identity card: twelve digits; the last two are the rest of the others by 97 (97 for
        /// none). <https://nl.wikipedia.org/wiki/Belgische_identiteitskaart>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::BeCard.passes("482-0591736-02"));
        /// assert!(!Check::BeCard.passes("482-0591736-03"));
        /// ```
        BeCard = "be-card",
        /// The German tax number of a person: eleven digits, not beginning with 0, one of the first ten digits occurring
        /// twice or three times and no other twice, with an ISO/IEC 7064 MOD 11,10 check digit.
        /// <https://de.wikipedia.org/wiki/Steuerliche_Identifikationsnummer>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::DeTaxId.passes("48 205 917 380"));
        /// assert!(!Check::DeTaxId.passes("48 205 917 381"));
        /// ```
        DeTaxId = "de-tax-id",
        /// The German pension insurance number: area, date of birth, letter, serial and check digit.
        /// <https://de.wikipedia.org/wiki/Versicherungsnummer>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::DePension.passes("53 140872 K 482"));
        /// assert!(!Check::DePension.passes("53 140872 K 483"));
        /// ```
        DePension = "de-pension",
        /// A German identity card or passport: nine characters and a check digit by weights 7, 3, 1, letters as 10 to 35.
        /// <https://de.wikipedia.org/wiki/Ausweisnummer>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::DeDocument.passes("L7CX4K93P0"));
        /// assert!(!Check::DeDocument.passes("L7CX4K93P1"));
        /// ```
        DeDocument = "de-document",
        /// The French number of persons (NIR): sex, year, month, department, municipality, serial, and a key of 97 less
        /// the rest by 97, Corsica's 2A and 2B counting as 19 and 18.
        /// <https://fr.wikipedia.org/wiki/Num%C3%A9ro_de_s%C3%A9curit%C3%A9_sociale_en_France>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::FrNir.passes("2 84 07 75 114 052 02"));
        /// assert!(!Check::FrNir.passes("2 84 07 75 114 052 03"));
        /// ```
        FrNir = "fr-nir",
        /// The French number of an enterprise: nine digits by Luhn. <https://fr.wikipedia.org/wiki/Syst%C3%A8me_d%27identification_du_r%C3%A9pertoire_des_entreprises>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::FrSiren.passes("482 059 177"));
        /// assert!(!Check::FrSiren.passes("482 059 178"));
        /// ```
        FrSiren = "fr-siren",
        /// The French number of an establishment: the number of its enterprise, five digits, the whole by Luhn; those of
        /// the post office sum to a multiple of 5 instead.
        /// <https://fr.wikipedia.org/wiki/Syst%C3%A8me_d%27identification_du_r%C3%A9pertoire_des_%C3%A9tablissements>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::FrSiret.passes("482 059 177 00030"));
        /// assert!(!Check::FrSiret.passes("482 059 177 00031"));
        /// ```
        FrSiret = "fr-siret",
        /// The Spanish number of a person: eight digits and a letter, the digits' rest by 23; of a foreigner with X, Y or
        /// Z for the first digit; of minors and others with K, L or M.
        /// <https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::EsPerson.passes("48205917-X"));
        /// assert!(!Check::EsPerson.passes("48205917-A"));
        /// ```
        EsPerson = "es-person",
        /// The Spanish number of a legal person: a letter for its kind, seven digits, and a check digit or letter.
        /// <https://es.wikipedia.org/wiki/C%C3%B3digo_de_identificaci%C3%B3n_fiscal>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::EsCompany.passes("B48205918"));
        /// assert!(!Check::EsCompany.passes("B48205919"));
        /// ```
        EsCompany = "es-company",
        /// The Italian tax code of a person: sixteen letters and digits, the last a check letter by values that differ for
        /// odd and even places. <https://it.wikipedia.org/wiki/Codice_fiscale>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::ItPerson.passes("BZNTMS84C12F205B"));
        /// assert!(!Check::ItPerson.passes("BZNTMS84C12F205C"));
        /// ```
        ItPerson = "it-person",
        /// The Italian VAT number: seven digits, an office (001 to 100, 120, 121, 888, 999), and Luhn's digit.
        /// <https://it.wikipedia.org/wiki/Partita_IVA>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::ItVat.passes("48205910150"));
        /// assert!(!Check::ItVat.passes("48205910151"));
        /// ```
        ItVat = "it-vat",
        /// The Polish number of a person: a date of birth with the century in the month, a serial, and a check digit by
        /// weights 1, 3, 7, 9. <https://www.gov.pl/web/gov/czym-jest-numer-pesel>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::PlPesel.passes("84031284721"));
        /// assert!(!Check::PlPesel.passes("84031284722"));
        /// ```
        PlPesel = "pl-pesel",
        /// The Polish tax number: ten digits, the last the rest of the weighted others by 11.
        /// <https://pl.wikipedia.org/wiki/NIP>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::PlNip.passes("582-039-47-10"));
        /// assert!(!Check::PlNip.passes("582-039-47-11"));
        /// ```
        PlNip = "pl-nip",
        /// The Polish statistical number: nine or fourteen digits, each with a weighted check digit.
        /// <https://pl.wikipedia.org/wiki/REGON>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::PlRegon.passes("482059178"));
        /// assert!(!Check::PlRegon.passes("482059179"));
        /// ```
        PlRegon = "pl-regon",
        /// The British health service number: ten digits, the last 11 less the rest of the weighted others by 11.
        /// <https://www.datadictionary.nhs.uk/attributes/nhs_number.html>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UkNhs.passes("582 039 4712"));
        /// assert!(!Check::UkNhs.passes("582 039 4713"));
        /// ```
        UkNhs = "uk-nhs",
        /// The British national insurance number: two letters that are given out, six digits, A to D.
        /// <https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UkNino.passes("AB 12 34 56 C"));
        /// assert!(!Check::UkNino.passes("BG 12 34 56 C"));
        /// ```
        UkNino = "uk-nino",
        /// The British tax reference: ten digits, the first a check on the others.
        /// <https://design.tax.service.gov.uk/hmrc-design-patterns/unique-taxpayer-reference/>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UkUtr.passes("48205 94716"));
        /// assert!(!Check::UkUtr.passes("58205 94716"));
        /// ```
        UkUtr = "uk-utr",
        /// The British VAT number: nine digits (twelve for a branch): the first seven by weights 8 to 2 and the last two
        /// make a multiple of 97, or do with 55 more. <https://en.wikipedia.org/wiki/VAT_identification_number>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UkVat.passes("820 5947 71"));
        /// assert!(!Check::UkVat.passes("820 5947 72"));
        /// ```
        UkVat = "uk-vat",
        /// The social security number of the United States: an area other than 000, 666 and 9xx, and no part of zeros.
        /// <https://www.ssa.gov/employer/randomization.html>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UsSsn.passes("482-05-9173"));
        /// assert!(!Check::UsSsn.passes("666-05-9173"));
        /// ```
        UsSsn = "us-ssn",
        /// The tax number of persons in the United States who have none of social security: 9, and a range in the fourth
        /// and fifth digit. <https://www.irs.gov/individuals/individual-taxpayer-identification-number>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UsItin.passes("948-72-0591"));
        /// assert!(!Check::UsItin.passes("948-49-0591"));
        /// ```
        UsItin = "us-itin",
        /// The employer's number in the United States: a prefix that is given out.
        /// <https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UsEin.passes("48-2059173"));
        /// assert!(!Check::UsEin.passes("07-2059173"));
        /// ```
        UsEin = "us-ein",
        /// The routing number of a bank in the United States: a district, and digits by 3, 7, 1 to a multiple of 10.
        /// <https://en.wikipedia.org/wiki/ABA_routing_transit_number>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::UsRouting.passes("064205919"));
        /// assert!(!Check::UsRouting.passes("064205918"));
        /// ```
        UsRouting = "us-routing",
        /// A VAT number of the European Union or the United Kingdom, with its country before it, by the length and the check
        /// of that country. <https://ec.europa.eu/taxation_customs/vies/>,
        /// <https://en.wikipedia.org/wiki/VAT_identification_number>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::EuVat.passes("DE 482 059 170"));
        /// assert!(!Check::EuVat.passes("DE 482 059 171"));
        /// ```
        EuVat = "eu-vat",
        /// A Bitcoin address: base 58 with a checksum of four bytes, or bech32 with one of six characters. Case counts.
        /// <https://en.bitcoin.it/wiki/Invoice_address>, <https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Bitcoin.passes("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"));
        /// assert!(!Check::Bitcoin.passes("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"));
        /// ```
        Bitcoin = "bitcoin",
        /// An Ethereum address: 40 hexadecimal digits after 0x; in mixed case, the case is a checksum.
        /// <https://eips.ethereum.org/EIPS/eip-55>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Ethereum.passes("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        /// assert!(!Check::Ethereum.passes("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        /// ```
        Ethereum = "ethereum",
        /// No checksum, but the look of something drawn by lot, as secrets are: no placeholder, no word, no alphabet.
        /// Every character counts, and none is ignored.
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Opaque.passes("sk_7f1k2m9x0q3z"));
        /// assert!(!Check::Opaque.passes("sk_your_key_here_1"));
        /// ```
        Opaque = "opaque",
        /// No checksum: what somebody could log in with, be it a word, and no placeholder (`changeme`, `****`,
        /// `smtp_password`). Every character counts, and none is ignored.
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Password.passes("zonnebloem"));
        /// assert!(!Check::Password.passes("your-password"));
        /// ```
        Password = "password",
        /// No checksum: [`Check::Opaque`], and more that is seldom true of names and identifiers. For what is called a key
        /// and has no form to be known by. Every character counts, and none is ignored.
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Key.passes("q7Vd2mKx0PzR4tLw"));
        /// assert!(!Check::Key.passes("eu1-staging-4820591736"));
        /// ```
        Key = "key",
        /// No checksum: [`Check::Opaque`], and the first of the parts between full stops is a JSON object in base 64, as it
        /// is of a JSON Web Token. <https://www.rfc-editor.org/rfc/rfc7515#section-3.1>
        ///
        /// ```
        /// use bezint_core::detect::Check;
        /// assert!(Check::Jwt.passes("eyJhbGciOiJub25lIn0.eyJzdWIiOiJiZXppbnQtNyJ9."));
        /// assert!(!Check::Jwt.passes("eyJhbGciOiJub25lIx0.eyJzdWIiOiJiZXppbnQtNyJ9."));
        /// ```
        Jwt = "jwt",
    }
}

/// Characters that what is checked can have at most; the longest is an address in bech32.
const MOST: usize = 90;

impl Check {
    /// Whether a text passes.
    pub fn passes(self, text: &str) -> bool {
        if matches!(self, Self::Opaque | Self::Password | Self::Key | Self::Jwt) {
            return self.holds(text.as_bytes());
        }
        let mut kept = [0; MOST];
        let mut len = 0;
        for byte in text.bytes().filter(|byte| !matches!(byte, b' ' | b'.' | b'-' | b'/' | b':')) {
            let Some(place) = kept.get_mut(len).filter(|_| byte.is_ascii_alphanumeric()) else { return false };
            *place = byte;
            len += 1;
        }
        let kept = kept.get_mut(..len).unwrap_or_default();
        match self {
            Self::Bitcoin => return crypto::bitcoin(kept),
            Self::Ethereum => return crypto::ethereum(kept),
            _ => kept.make_ascii_uppercase(),
        }
        self.holds(kept)
    }

    /// Whether digits and capitals, with nothing between them, pass.
    pub(super) fn holds(self, number: &[u8]) -> bool {
        match self {
            Self::Luhn => luhn::luhn(number),
            Self::Card => luhn::card(number),
            Self::Iban => iban::iban(number),
            Self::Bic => swift::bic(number),
            Self::Bsn => nl::bsn(number),
            Self::Onderwijsnummer => nl::onderwijsnummer(number),
            Self::Btw => nl::btw(number),
            Self::BeNational => be::national(number),
            Self::BeEnterprise => be::enterprise(number),
            Self::BeCard => be::card(number),
            Self::DeTaxId => de::tax_id(number),
            Self::DePension => de::pension(number),
            Self::DeDocument => de::document(number),
            Self::FrNir => fr::nir(number),
            Self::FrSiren => fr::siren(number),
            Self::FrSiret => fr::siret(number),
            Self::EsPerson => es::person(number),
            Self::EsCompany => es::company(number),
            Self::ItPerson => it::person(number),
            Self::ItVat => it::vat(number),
            Self::PlPesel => pl::pesel(number),
            Self::PlNip => pl::nip(number),
            Self::PlRegon => pl::regon(number),
            Self::UkNhs => uk::nhs(number),
            Self::UkNino => uk::nino(number),
            Self::UkUtr => uk::utr(number),
            Self::UkVat => uk::vat(number),
            Self::UsSsn => us::ssn(number),
            Self::UsItin => us::itin(number),
            Self::UsEin => us::ein(number),
            Self::UsRouting => us::routing(number),
            Self::EuVat => vat::vat(number),
            Self::Bitcoin => crypto::bitcoin(number),
            Self::Ethereum => crypto::ethereum(number),
            Self::Opaque => opaque::opaque(number),
            Self::Password => password::password(number),
            Self::Key => key::key(number),
            Self::Jwt => jwt::jwt(number),
        }
    }
}
