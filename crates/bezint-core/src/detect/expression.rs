//! A regular expression, compiled.
//!
//! The engines are those inside the `regex` crate, used directly for three reasons: a search can be limited to a window
//! of a text and still see what is around it; only the engines that are used are downloaded by every browser; and
//! expressions are read as bytes. A lazy DFA finds matches, a few nanoseconds a byte. A backtracker with a memory of
//! where it has been finds the group in a match, and a PikeVM does so in a match too long for that memory. All take time
//! in proportion to the text.

use crate::limits::MOST_PATTERN;
use regex_automata::{
    Input, MatchKind,
    hybrid::{
        dfa::DFA,
        regex::{Builder, Cache as DfaCache, Regex},
    },
    nfa::thompson::{
        self, Compiler, NFA, WhichCaptures,
        backtrack::{self, BoundedBacktracker},
        pikevm::{Cache as VmCache, PikeVM},
    },
    util::{pool::Pool, primitives::NonMaxUsize},
};
use regex_syntax::{ParserBuilder, hir::Hir};
use std::{fmt, ops::Range};

/// Bytes a compiled expression may take.
const SIZE_LIMIT: usize = 1 << 20;
/// Bytes of memory a DFA may use to remember its states.
const CACHE_LIMIT: usize = 1 << 18;

/// Why a regular expression cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PatternError {
    /// Where in the expression, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
}

impl PatternError {
    /// An error of an expression as a whole.
    pub(super) fn whole(regex: &str, message: impl Into<String>) -> Self {
        Self { span: 0..regex.len(), message: message.into() }
    }
}

/// A compiled regular expression of which one group is wanted.
pub(super) struct Expression {
    dfa: Regex,
    backtracker: BoundedBacktracker,
    vm: PikeVM,
    group: usize,
    /// Memory of searches; one for each thread that searches at the same time.
    caches: Pool<Caches>,
}

/// Made when first needed.
#[derive(Default)]
struct Caches {
    dfa: Option<DfaCache>,
    backtracker: Option<backtrack::Cache>,
    vm: Option<VmCache>,
}

/// Where a match ends, and where its group is.
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) group: Option<Range<usize>>,
}

/// Reads an expression: ASCII classes, over bytes.
pub(super) fn parse(regex: &str) -> Result<Hir, PatternError> {
    if regex.len() > MOST_PATTERN {
        let message = format!(
            "it is longer than {MOST_PATTERN} bytes: list what it finds as `terms`, or make several detectors of it"
        );
        return Err(PatternError::whole(regex, message));
    }
    let parsed = ParserBuilder::new().unicode(false).utf8(false).build().parse(regex);
    parsed.map_err(|error| {
        let (span, message) = match &error {
            regex_syntax::Error::Parse(error) => (*error.span(), error.kind().to_string()),
            regex_syntax::Error::Translate(error) => (*error.span(), error.kind().to_string()),
            other => return PatternError::whole(regex, other.to_string()),
        };
        PatternError { span: span.start.offset..span.end.offset, message }
    })
}

impl Expression {
    /// Reads and compiles an expression.
    pub(super) fn new(regex: &str, group: u8) -> Result<Self, PatternError> {
        Self::compile(&parse(regex)?, group).map_err(|message| PatternError::whole(regex, message))
    }

    /// Compiles an expression, or says what is wrong with it.
    pub(super) fn compile(hir: &Hir, group: u8) -> Result<Self, String> {
        let captures = if group == 0 { WhichCaptures::Implicit } else { WhichCaptures::All };
        let forward = nfa(hir, thompson::Config::new().which_captures(captures))?;
        let backward = nfa(hir, thompson::Config::new().which_captures(WhichCaptures::None).reverse(true))?;
        let dfa = |nfa: NFA, kind: MatchKind| {
            let config = DFA::config().match_kind(kind).cache_capacity(CACHE_LIMIT).skip_cache_capacity_check(true);
            DFA::builder().configure(config).build_from_nfa(nfa).map_err(|error| error.to_string())
        };
        let backward = dfa(backward, MatchKind::All)?;
        let dfa = Builder::new().build_from_dfas(dfa(forward.clone(), MatchKind::LeftmostFirst)?, backward);
        let backtracker = BoundedBacktracker::new_from_nfa(forward.clone()).map_err(|error| error.to_string())?;
        let vm = PikeVM::new_from_nfa(forward).map_err(|error| error.to_string())?;
        Ok(Self { dfa, backtracker, vm, group: usize::from(group), caches: Pool::new(Caches::default) })
    }

    /// Reports the matches in each window of a text, from left to right, none overlapping another.
    pub(super) fn find(&self, text: &str, windows: Vec<Range<usize>>, mut found: impl FnMut(Range<usize>)) {
        let mut caches = self.caches.get();
        for window in windows {
            let mut from = window.start;
            while from < window.end
                && let Some(Found { end, group }) = self.next(&mut caches, text, from..window.end)
            {
                if let Some(group) = group.filter(|group| !group.is_empty()) {
                    found(group);
                }
                from = end.max(from + 1);
            }
        }
    }

    fn next(&self, caches: &mut Caches, text: &str, window: Range<usize>) -> Option<Found> {
        let input = Input::new(text).range(window);
        let cache = caches.dfa.get_or_insert_with(|| self.dfa.create_cache());
        let input = match self.dfa.try_search(cache, &input) {
            Ok(None) => return None,
            Ok(Some(found)) if self.group == 0 => {
                return Some(Found { end: found.end(), group: Some(found.range()) });
            }
            Ok(Some(found)) => input.range(found.range()),
            // A DFA gives up only if it is told to, which it is not; the VM finds the same.
            Err(_) => input,
        };
        let mut slots: Vec<Option<NonMaxUsize>> = vec![None; 2 * (self.group + 1)];
        let cache = caches.backtracker.get_or_insert_with(|| self.backtracker.create_cache());
        if self.backtracker.try_search_slots(cache, &input, &mut slots).is_err() {
            let cache = caches.vm.get_or_insert_with(|| self.vm.create_cache());
            self.vm.search_slots(cache, &input, &mut slots);
        }
        let slot = |number: usize| slots.get(number).copied().flatten().map(NonMaxUsize::get);
        let group = slot(2 * self.group).zip(slot(2 * self.group + 1)).map(|(start, end)| start..end);
        Some(Found { end: slot(1)?, group })
    }
}

fn nfa(hir: &Hir, config: thompson::Config) -> Result<NFA, String> {
    let config = config.nfa_size_limit(Some(SIZE_LIMIT));
    Compiler::new().configure(config).build_from_hir(hir).map_err(|error| match error.size_limit() {
        Some(_) => "it is too large: use smaller repetitions or fewer alternatives".to_owned(),
        None => error.to_string(),
    })
}

/// Bytes that the automata of an expression take, both ways; none if it cannot be used.
pub(crate) fn compiled_size(regex: &str, group: u8) -> usize {
    Expression::new(regex, group).map_or(0, |expression| {
        let (forward, backward) = (expression.dfa.forward().get_nfa(), expression.dfa.reverse().get_nfa());
        forward.memory_usage() + backward.memory_usage()
    })
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expression").field("group", &self.group).finish_non_exhaustive()
    }
}
