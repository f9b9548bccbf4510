//! A sealed file that somebody else made takes memory in proportion to itself, whatever it claims.

mod support;

use bezint_core::{
    policy::Matching,
    sealed::{MAX_PAYLOAD, MAX_STRUCTURE, SealError, open, seal},
};
use cap::Cap;
use std::alloc::System;
use support::*;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// Bytes that reading the largest file may take besides the file.
const MOST_TAKEN: usize = 200 << 20;

/// The payload of a policy with a detector of so many terms, or so it says, and what stands where they should.
fn payload(claimed: usize, terms: &[u8]) -> Vec<u8> {
    let of = |list: &[&str]| {
        seal(&policy(vec![support::terms("t", Matching::Word, list)], Vec::new()), None).split_off(HEAD)
    };
    let (none, one) = (of(&[]), of(&[""]));
    // Where the two begin to differ they say how many terms there are, seven bits to the byte.
    let place = none.iter().zip(&one).position(|(none, one)| none != one).unwrap();
    let count = (0..9).map(|byte| (claimed >> (7 * byte)) as u8 | 0x80).chain([0]);
    none[..place]
        .iter()
        .copied()
        .chain(count)
        .chain(terms.iter().copied())
        .chain(none[place + 1..].iter().copied())
        .collect()
}

/// One test, since memory is counted for the whole program.
#[test]
fn what_a_file_takes_is_bounded_by_the_file() {
    let largest = vec![0; MAX_PAYLOAD - 1_000];
    let too_many = SealError::TooMany { what: "bytes besides its texts", most: MAX_STRUCTURE };
    for (payload, refused) in [
        (payload(2, b"\x01a\x01b"), None),
        (payload(1 << 62, b""), Some(SealError::Unreadable)),
        (payload(largest.len(), &largest), Some(too_many)),
    ] {
        let sealed = with_payload(&payload);
        let before = MEMORY.allocated();
        assert_eq!(open(&sealed).err(), refused);
        let taken = MEMORY.max_allocated() - before;
        assert!(taken < MOST_TAKEN, "{refused:?}: {taken} bytes");
    }
}
