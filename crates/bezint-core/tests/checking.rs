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
    ];
    passes(Check::Iban, &examples);
    fails(
        Check::Iban,
        &["NL91ABNA0417164301", "NL91ABNA041716430", "XX91ABNA0417164300", "NL9", "", "NLA1ABNA0417164300"],
    );
    fails(Check::Iban, &["NL91ABNA04171643é"]);
}

#[test]
fn bsn() {
    passes(Check::Bsn, &["111222333", "123456782", "1234.56.782", "12345678-2", "10000008"]);
    fails(Check::Bsn, &["111222334", "000000000", "00000000", "1234567", "1234567822", "", "12345678a"]);
}

/// Numbers that their issuers, or those who write about them, give as examples; and each with another last character,
/// which no check lets pass.
#[test]
fn every_check_tells_its_numbers_from_slips() {
    let examples: &[(Check, &[&str])] = &[
        (Check::Card, &["4012 8888 8888 1881", "378282246310005", "30569309025904", "6011111111111117"]),
        (Check::Bsn, &["111222333", "123456782"]),
        (Check::Onderwijsnummer, &["1012.22.331"]),
        (Check::BeNational, &["85.07.30-033.28", "17.07.30-033.84", "98.47.28-997.65"]),
        (Check::BeEnterprise, &["0403.019.261", "0123 456 749"]),
        (Check::BeCard, &["591-1917064-58", "000-0011032-71"]),
        (Check::DeTaxId, &["36 574 261 809"]),
        (Check::DePension, &["65 170839 J 003", "15070649C103"]),
        (Check::DeDocument, &["T22000129 3", "LZ6311T475"]),
        (Check::FrNir, &["2 95 10 99 126 111 93"]),
        (Check::FrSiren, &["552 008 443", "732829320"]),
        (Check::FrSiret, &["732 829 320 00074", "35600000049837"]),
        (Check::ItVat, &["00743110157"]),
        (Check::PlPesel, &["44051401359"]),
        (Check::PlNip, &["856-734-62-15"]),
        (Check::PlRegon, &["192598184", "12345678512347"]),
        (Check::UkNhs, &["401 023 2137"]),
        (Check::UsRouting, &["121000358"]),
        (Check::EuVat, &["ATU13585627", "BE0428759497", "BG175074752", "CZ25123891", "DE136695976", "DK13585628"]),
        (Check::EuVat, &["EE100931558", "EL094259216", "ESA58818501", "FI20774740", "FR40303265045", "HR33392005961"]),
        (Check::EuVat, &["HU12892312", "IT00743110157", "LT119511515", "LU15027442", "LV40003009497", "MT11679112"]),
        (Check::EuVat, &["PL8567346215", "PT501964843", "SI50223054", "SK2022749619", "XI980780684"]),
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
fn vat_numbers_with_letters() {
    passes(
        Check::EuVat,
        &[
            "CY10259033P",
            "IE6433435F",
            "IE8D79739I",
            "IE6433435OA",
            "NL004495445B01",
            "ESX2482300W",
            "RO18547290",
            "SE123456789701",
        ],
    );
    fails(
        Check::EuVat,
        &["CY10259033Q", "IE6433435G", "NL004495446B01", "ESX2482300A", "RO18547291", "SE123456789700", "QQ1", ""],
    );
}

#[test]
fn addresses_of_cryptocurrencies() {
    let bitcoin = [
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    ];
    passes(Check::Bitcoin, &bitcoin);
    fails(
        Check::Bitcoin,
        &["3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bc1", "1", ""],
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
