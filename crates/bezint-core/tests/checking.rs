//! Checks, against numbers that are published as examples and against slips of the pen.

use bezint_core::detect::Check;
use proptest::prelude::*;

fn passes(check: Check, numbers: &[&str]) {
    for number in numbers {
        assert!(check.passes(number), "{check} {number}");
    }
}

fn fails(check: Check, numbers: &[&str]) {
    for number in numbers {
        assert!(!check.passes(number), "{check} {number}");
    }
}

#[test]
fn luhn() {
    passes(Check::Luhn, &["79927398713", "4111111111111111", "5500-0000-0000-0004", "3400 0000 0000 009", "18"]);
    fails(Check::Luhn, &["79927398710", "4111111111111112", "", "0", "4111x111111111111", "４１１１"]);
}

#[test]
fn iban() {
    let examples = [
        "NL91ABNA0417164300",
        "nl91 abna 0417 1643 00",
        "BE68 5390 0754 7034",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "LC55 HEMM 0001 0001 0012 0012 0002 3015",
        "ES15 4820 5917 17 4820591736",
        "NO33 4820 5917 368",
        "BE32 4820 5917 3602",
    ];
    passes(Check::Iban, &examples);
    fails(
        Check::Iban,
        &["NL91ABNA0417164301", "NL91ABNA041716430", "XX91ABNA0417164300", "NL9", "", "NLA1ABNA0417164300"],
    );
    fails(Check::Iban, &["NL91ABNA04171643é"]);
    // The two digits of the whole are right, those that the country put into the account are not.
    fails(Check::Iban, &["BE05482059173603", "NO0648205917369", "ES5048205917184820591736"]);
}

#[test]
fn bsn() {
    passes(Check::Bsn, &["111222333", "123456782", "1234.56.782", "12345678-2", "10000008"]);
    fails(Check::Bsn, &["111222334", "000000000", "00000000", "1234567", "1234567822", "", "12345678a"]);
}

/// Numbers made up for this test, whose check digits were worked out by hand; and each with another last character, which
/// no check lets pass.
#[test]
fn every_check_tells_its_numbers_from_slips() {
    let examples: &[(Check, &[&str])] = &[
        (Check::Card, &["3059 4820 5917 39", "6011 4820 5917 3645"]),
        (Check::Bsn, &["738291043"]),
        (Check::Onderwijsnummer, &["1048.20.890"]),
        (Check::BeNational, &["83.09.17-264.91", "07.03.14-482.71", "91.25.16-039.44"]),
        (Check::BeEnterprise, &["0482.059.118"]),
        (Check::BeCard, &["482-0591736-02"]),
        (Check::DeTaxId, &["48 205 917 380"]),
        (Check::DePension, &["53 140872 K 482", "12 190364 W 503"]),
        (Check::DeDocument, &["L7CX4K93P0"]),
        (Check::FrNir, &["2 84 07 75 114 052 02", "1 92 11 2B 033 417 30"]),
        (Check::FrSiren, &["482 059 177"]),
        (Check::FrSiret, &["482 059 177 00030"]),
        (Check::ItVat, &["48205910150"]),
        (Check::PlPesel, &["84031284721", "04311728598"]),
        (Check::PlNip, &["582-039-47-10"]),
        (Check::PlRegon, &["482059178", "48205917848295"]),
        (Check::UkNhs, &["582 039 4712"]),
        (Check::UkVat, &["820 5947 71", "820594729"]),
        (Check::UsRouting, &["064205919"]),
        (Check::EuVat, &["ATU48205918", "BE0482059118", "BG482059173", "CZ48205915", "DE482059170", "DK48205917"]),
        (Check::EuVat, &["EE482059174", "EL482059173", "ESB48205918", "FI48205929", "FR25493827166", "HR48205917363"]),
        (Check::EuVat, &["HU48205911", "IT48205910150", "LT482059910", "LU48205935", "LV48205917365", "MT48205982"]),
        (Check::EuVat, &["PL5820394710", "PT482059176", "SI48205915", "SK2048205940", "XI820594771"]),
    ];
    for (check, numbers) in examples {
        passes(*check, numbers);
        for number in *numbers {
            let (head, last) = number.split_at(number.len() - 1);
            let digit: u8 = last.parse().unwrap();
            fails(*check, &[&format!("{head}{}", (digit + 1) % 10), head, &format!("{number}00000000")]);
        }
    }
}

#[test]
fn a_branch_of_the_french_post_office() {
    passes(Check::FrSiret, &["356 000 000 12341"]);
    fails(Check::FrSiret, &["356 000 000 12342", "482 059 177 12341"]);
}

#[test]
fn vat_numbers_with_letters() {
    passes(
        Check::EuVat,
        &[
            "CY48205917Z",
            "IE4820591K",
            "IE4B20591Q",
            "IE4820591TA",
            "NL820594713B94",
            "ESY4820591N",
            "RO48205914",
            "SE482059174301",
        ],
    );
    fails(
        Check::EuVat,
        &["CY48205917A", "IE4820591L", "NL820594713B95", "ESY4820591A", "RO48205915", "SE482059174300", "QQ1", ""],
    );
}

#[test]
fn addresses_of_cryptocurrencies() {
    let bitcoin = [
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    ];
    passes(Check::Bitcoin, &bitcoin);
    fails(
        Check::Bitcoin,
        &["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp", "bc1", "1", ""],
    );
    passes(
        Check::Ethereum,
        &["0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0x52908400098527886e0f7030069857d2e4169ee7"],
    );
    fails(
        Check::Ethereum,
        &["0xfb6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0xfB69", "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wrong_digit_is_noticed(number in "[1-9][0-9]{8}", at in 0..9_usize, wrong in 1..10_u8) {
        let mut slip = number.clone().into_bytes();
        slip[at] = b'0' + (slip[at] - b'0' + wrong) % 10;
        let slip = String::from_utf8(slip).unwrap();
        for check in [Check::Luhn, Check::Bsn] {
            prop_assert!(!(check.passes(&number) && check.passes(&slip)), "{} {} {}", check, number, slip);
        }
    }

    #[test]
    fn the_elfproef_is_its_formula(number in "[0-9]{9}") {
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let sum: i32 = number.bytes().zip(weights).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
        prop_assert_eq!(Check::Bsn.passes(&number), sum % 11 == 0 && number != "000000000");
    }

    #[test]
    fn any_text_gets_an_answer(text: String) {
        Check::ALL.iter().for_each(|check| { check.passes(&text); });
    }
}
