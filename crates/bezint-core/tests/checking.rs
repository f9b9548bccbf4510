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
