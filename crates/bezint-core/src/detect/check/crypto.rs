//! Addresses of cryptocurrencies.

use sha2::{Digest, Sha256};
use sha3::Keccak256;

pub(super) fn bitcoin(address: &[u8]) -> bool {
    base58(address).is_some_and(|bytes| {
        let (version, payload) = (bytes.first().copied(), bytes.split_last_chunk::<4>());
        // To the hash of a key, and to that of a script.
        matches!(version, Some(0 | 5))
            && payload.is_some_and(|(payload, check)| Sha256::digest(Sha256::digest(payload)).starts_with(check))
    }) || bech32(address)
}

/// The 25 bytes of an address in base 58.
fn base58(address: &[u8]) -> Option<[u8; 25]> {
    const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    if !(25..=35).contains(&address.len()) {
        return None;
    }
    let mut bytes = [0_u8; 25];
    for character in address {
        let mut carry = u32::try_from(ALPHABET.iter().position(|other| other == character)?).ok()?;
        for byte in bytes.iter_mut().rev() {
            carry += 58 * u32::from(*byte);
            *byte = u8::try_from(carry & 0xFF).ok()?;
            carry >>= 8;
        }
        if carry > 0 {
            return None;
        }
    }
    // Each leading 1 stands for a zero byte, no more and no fewer.
    let ones = address.iter().take_while(|&&byte| byte == b'1').count();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    (ones == zeros).then_some(bytes)
}

/// Whether an address begins with `bc1` and ends with the checksum of BIP 173, or in versions from 1 on with that of BIP 350.
fn bech32(address: &[u8]) -> bool {
    const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let mixed = address.iter().any(u8::is_ascii_lowercase) && address.iter().any(u8::is_ascii_uppercase);
    let lower = address.to_ascii_lowercase();
    let Some(data) = lower.strip_prefix(b"bc1").filter(|data| !mixed && (11..=87).contains(&data.len())) else {
        return false;
    };
    // The letters b and c, spread over high and low bits.
    let mut checksum = [3, 3, 0, 2, 3].into_iter().fold(1, step);
    let mut values = Vec::with_capacity(data.len());
    for character in data {
        let Some(value) = ALPHABET.iter().position(|other| other == character) else { return false };
        let value = u32::try_from(value).unwrap_or_default();
        checksum = step(checksum, value);
        values.push(value);
    }
    // Between a version of at most 16 and the checksum stand 2 to 40 bytes, five bits a character; what is left is zero.
    let Some((version, [program @ .., _, _, _, _, _, _])) = values.split_first() else { return false };
    let left = program.len() * 5 % 8;
    let padded = program.last().is_some_and(|last| left < 5 && last.trailing_zeros() as usize >= left);
    if *version > 16 || !padded || !(2..=40).contains(&(program.len() * 5 / 8)) {
        return false;
    }
    // Version 0 pays to 20 or 32 bytes. Wallets that do not know BIP 350 write later versions with the older checksum.
    match version {
        0 => checksum == 1 && matches!(data.len(), 39 | 59),
        _ => matches!(checksum, 1 | 0x2BC8_30A3),
    }
}

/// One step of the checksum of BIP 173.
fn step(checksum: u32, value: u32) -> u32 {
    const GENERATOR: [u32; 5] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
    let top = checksum >> 25;
    let shifted = (checksum & 0x1FF_FFFF) << 5 ^ value;
    GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(shifted, |sum, (_, term)| sum ^ term)
}

pub(super) fn ethereum(address: &[u8]) -> bool {
    let Some(digits) = address.strip_prefix(b"0x").filter(|digits| digits.len() == 40) else { return false };
    let mixed = digits.iter().any(u8::is_ascii_lowercase) && digits.iter().any(u8::is_ascii_uppercase);
    let hash = Keccak256::digest(digits.to_ascii_lowercase());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let as_hashed = |(digit, nibble): (&u8, u8)| digit.is_ascii_digit() || digit.is_ascii_uppercase() == (nibble > 7);
    digits.iter().all(u8::is_ascii_hexdigit) && (!mixed || digits.iter().zip(nibbles).all(as_hashed))
}
