//! Where patterns could stand in the draft as typed, if folding changed it.
//!
//! Folding leaves ASCII alone, so what is ASCII in the draft as typed is in the folded draft too, in as long a piece at
//! least, and has been found there. It is taken over as far as nothing in it was changed or left out; only what is not
//! ASCII is looked for.

use super::{ByteSet, Place, index::Waiting, literals::Literals, runs::Runs};
use crate::text::Folded;

/// What of the cores of patterns is looked for, and how the others are taken over.
#[derive(Debug)]
pub(super) struct Typed {
    literals: Literals<Waiting>,
    runs: Runs<usize>,
    /// For each core that is a run: how many bytes of it are enough. Literals are taken over whole.
    enough: Vec<Option<usize>>,
}

impl Typed {
    /// Of the literals of cores that are not ASCII, and of the runs of all: bytes, how many it takes, and the core.
    pub(super) fn new(literals: Vec<(&[u8], Waiting)>, runs: &[(ByteSet, usize, usize)], cores: usize) -> Self {
        let mut enough = vec![None; cores];
        for (bytes, min, core) in runs {
            let min = if bytes.is_ascii() { *min } else { usize::MAX };
            enough.get_mut(*core).into_iter().for_each(|enough| *enough = Some(min));
        }
        let beyond: Vec<_> = runs.iter().filter(|(bytes, ..)| !bytes.is_ascii()).copied().collect();
        Self { literals: Literals::new(literals), runs: Runs::new(beyond), enough }
    }

    /// The places of cores in a draft as typed, of which those in the folded draft are known. Some may come twice.
    pub(super) fn places(&self, draft: &str, folded: &Folded<'_>, known: &[Place]) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for &(core, start, end) in known {
            let enough = self.enough.get(core).copied().flatten().unwrap_or(end - start);
            let kept = folded.kept(draft, start..end).filter(|kept| kept.len() >= enough);
            places.extend(kept.map(|kept| (core, kept.start, kept.end)));
        }
        self.literals.find(draft, |waiting, place| {
            if let Waiting::Core(core) = waiting {
                places.push((*core, place.start, place.end));
            }
        });
        self.runs.find(draft, |&core, run| places.push((core, run.start, run.end)));
        places
    }
}
