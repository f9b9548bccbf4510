//! A regular expression, compiled.
//!
//! The engines are those inside the `regex` crate, used directly for three reasons: a search can be limited to a window
//! of a text and still see what is around it; only the engines that are used are downloaded by every browser; and
//! expressions are read as bytes. A lazy DFA finds where matches end, a few nanoseconds a byte, and another one, which reads
//! backwards, where they begin. A backtracker with a memory of where it has been finds the group in a match, and a PikeVM
//! does so in a match too long for that memory. All take time in proportion to the text.
//!
//! Most expressions that are ever run find nothing. So only the first DFA is made at once, the rest with the first match.

use crate::limits::MOST_PATTERN;
use regex_automata::{
    Anchored, Input, MatchKind,
    hybrid::dfa::{Cache as DfaCache, DFA},
    nfa::thompson::{
        self, Compiler, NFA, WhichCaptures,
        backtrack::{self, BoundedBacktracker},
        pikevm::{Cache as VmCache, PikeVM},
    },
    util::{pool::Pool, primitives::NonMaxUsize},
};
use regex_syntax::{ParserBuilder, hir::Hir};
use std::{fmt, ops::Range, sync::OnceLock};

/// Bytes a compiled expression may take.
const SIZE_LIMIT: usize = 1 << 20;
/// Bytes of memory a DFA may use to remember its states.
const CACHE_LIMIT: usize = 1 << 20;

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
    hir: Hir,
    group: usize,
    forward: DFA,
    rest: OnceLock<Option<Rest>>,
    /// Memory of searches; one for each thread that searches at the same time.
    caches: Pool<Caches>,
}

/// What it takes besides to tell where a match begins and where its group is.
struct Rest {
    backward: DFA,
    backtracker: BoundedBacktracker,
    vm: PikeVM,
}

/// Made when first needed.
#[derive(Default)]
struct Caches {
    forward: Option<DfaCache>,
    backward: Option<DfaCache>,
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
    /// Reads an expression, and compiles what is needed at once.
    pub(super) fn new(regex: &str, group: u8) -> Result<Self, PatternError> {
        Self::begin(parse(regex)?, group).map_err(|message| PatternError::whole(regex, message))
    }

    /// Compiles all of an expression, or says what is wrong with it.
    pub(super) fn compile(hir: Hir, group: u8) -> Result<Self, String> {
        let mut expression = Self::begin(hir, group)?;
        expression.rest = OnceLock::from(Some(Rest::new(&expression.forward, &expression.hir)?));
        Ok(expression)
    }

    fn begin(hir: Hir, group: u8) -> Result<Self, String> {
        let captures = if group == 0 { WhichCaptures::Implicit } else { WhichCaptures::All };
        let forward = nfa(&hir, thompson::Config::new().which_captures(captures))?;
        let forward = dfa(forward, MatchKind::LeftmostFirst)?;
        Ok(Self { hir, group: usize::from(group), forward, rest: OnceLock::new(), caches: Pool::new(Caches::default) })
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
        let cache = caches.forward.get_or_insert_with(|| self.forward.create_cache());
        // A DFA gives up only if it is told to, which it is not; the VM finds the same.
        let end = self.forward.try_search_fwd(cache, &input).map(|found| found.map(|end| end.offset()));
        if end == Ok(None) {
            return None;
        }
        let rest = self.rest.get_or_init(|| Rest::new(&self.forward, &self.hir).ok()).as_ref()?;
        let found = end.ok().flatten().and_then(|end| rest.begin(caches, &input, end));
        match found {
            Some(found) if self.group == 0 => Some(Found { end: found.end, group: Some(found) }),
            Some(found) => rest.group(caches, input.range(found), self.group),
            None => rest.group(caches, input, self.group),
        }
    }
}

impl Rest {
    fn new(forward: &DFA, hir: &Hir) -> Result<Self, String> {
        let backward = nfa(hir, thompson::Config::new().which_captures(WhichCaptures::None).reverse(true))?;
        let forward = forward.get_nfa();
        Ok(Self {
            backward: dfa(backward, MatchKind::All)?,
            backtracker: BoundedBacktracker::new_from_nfa(forward.clone()).map_err(|error| error.to_string())?,
            vm: PikeVM::new_from_nfa(forward.clone()).map_err(|error| error.to_string())?,
        })
    }

    /// The match that ends at a place.
    fn begin(&self, caches: &mut Caches, input: &Input<'_>, end: usize) -> Option<Range<usize>> {
        let cache = caches.backward.get_or_insert_with(|| self.backward.create_cache());
        let input = input.clone().range(input.start()..end).anchored(Anchored::Yes);
        let begin = self.backward.try_search_rev(cache, &input).ok().flatten()?;
        Some(begin.offset()..end)
    }

    /// The first match, and the group in it.
    fn group(&self, caches: &mut Caches, input: Input<'_>, group: usize) -> Option<Found> {
        let mut slots: Vec<Option<NonMaxUsize>> = vec![None; 2 * (group + 1)];
        let cache = caches.backtracker.get_or_insert_with(|| self.backtracker.create_cache());
        if self.backtracker.try_search_slots(cache, &input, &mut slots).is_err() {
            let cache = caches.vm.get_or_insert_with(|| self.vm.create_cache());
            self.vm.search_slots(cache, &input, &mut slots);
        }
        let slot = |number: usize| slots.get(number).copied().flatten().map(NonMaxUsize::get);
        let found = slot(2 * group).zip(slot(2 * group + 1)).map(|(start, end)| start..end);
        Some(Found { end: slot(1)?, group: found })
    }
}

fn dfa(nfa: NFA, kind: MatchKind) -> Result<DFA, String> {
    let config = DFA::config().match_kind(kind).cache_capacity(CACHE_LIMIT).skip_cache_capacity_check(true);
    DFA::builder().configure(config).build_from_nfa(nfa).map_err(|error| error.to_string())
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
    let compiled = parse(regex).ok().and_then(|hir| Expression::compile(hir, group).ok());
    compiled.map_or(0, |Expression { forward, rest, .. }| {
        let backward = rest.get().and_then(Option::as_ref).map(|rest| rest.backward.get_nfa().memory_usage());
        forward.get_nfa().memory_usage() + backward.unwrap_or_default()
    })
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expression").field("group", &self.group).finish_non_exhaustive()
    }
}
