//! The small ordered words of the design: [`Audience`], [`Confidence`], [`Action`], [`Stance`], [`OnError`].
//!
//! Each is written in TOML and in verdicts by its lower-case name, and each order is the order of its variants.

use std::collections::BTreeMap;

/// A sentence in several languages, by ISO 639-1 code (`"nl"`, `"en"`).
pub type Text = BTreeMap<String, String>;

/// A name that is not one of the words expected; its message lists the ones that are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not one of {}", .expected.join(", "))]
pub struct UnknownWord {
    /// What was written.
    pub found: String,
    /// The names that would have been right, in order.
    pub expected: Vec<&'static str>,
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name, as written in a policy and in a verdict.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(found: &str) -> Result<Self, $crate::UnknownWord> {
                Self::ALL.iter().copied().find(|word| word.as_str() == found).ok_or_else(|| $crate::UnknownWord {
                    found: found.to_owned(),
                    expected: Self::ALL.iter().map(|word| word.as_str()).collect(),
                })
            }
        }
    };
}

pub(crate) use words;

words! {
    /// Who could read the post, from fewest to most.
    ///
    /// ```
    /// use bezint_core::Audience;
    /// assert!(Audience::Named < Audience::Public);
    /// assert_eq!("followers".parse(), Ok(Audience::Followers));
    /// ```
    #[derive(Default)]
    Audience {
        /// Only the writer.
        SelfOnly = "self",
        /// People the writer picked by name.
        Named = "named",
        /// The members of a group.
        Group = "group",
        /// Everyone in the company.
        Company = "company",
        /// Everyone who asked and was let in.
        Followers = "followers",
        /// Everyone. What is unknown counts as this.
        #[default]
        Public = "public",
    }
}

words! {
    /// How sure a detector is of a finding.
    Confidence {
        /// Could well be something else.
        Low = "low",
        /// Probably.
        Medium = "medium",
        /// As sure as reading text makes one.
        High = "high",
    }
}

impl Confidence {
    /// The one below; the lowest stays what it is.
    pub const fn lower(self) -> Self {
        match self {
            Self::Low | Self::Medium => Self::Low,
            Self::High => Self::Medium,
        }
    }
}

words! {
    /// How words are written that a reader sees and a machine would not.
    Disguise {
        /// With something between the letters, such as `N.e.p.t.u.n.u.s`.
        Apart = "apart",
        /// With digits or signs for letters, or letters for digits, such as `N3ptunu$`.
        Replaced = "replaced",
        /// In the order from right to left, and shown from left to right.
        Reversed = "reversed",
    }
}

words! {
    /// What a rule asks for, from weakest to strongest.
    #[derive(Default)]
    Action {
        /// Nothing is said.
        #[default]
        Allow = "allow",
        /// The words are underlined; the post is never stopped.
        Advise = "advise",
        /// The post is stopped once.
        Confirm = "confirm",
        /// The post is stopped until a reason is given.
        Justify = "justify",
        /// The post is stopped.
        Block = "block",
    }
}

words! {
    /// How far a company lets its policy go: a ceiling on actions.
    #[derive(Default)]
    Stance {
        /// People decide; Bezint only advises.
        #[default]
        Open = "open",
        /// People decide, and sometimes say why.
        Coached = "coached",
        /// The company decides.
        Controlled = "controlled",
    }
}

impl Stance {
    /// The strongest action a policy of this stance can take.
    ///
    /// ```
    /// use bezint_core::{Action, Stance};
    /// assert_eq!(Action::Block.min(Stance::Coached.ceiling()), Action::Justify);
    /// ```
    pub const fn ceiling(self) -> Action {
        match self {
            Self::Open => Action::Advise,
            Self::Coached => Action::Justify,
            Self::Controlled => Action::Block,
        }
    }
}

words! {
    /// What the gate does with a post when the engine cannot answer.
    #[derive(Default)]
    OnError {
        /// Let it through, and say so.
        #[default]
        Open = "open",
        /// Hold it, and say so.
        Closed = "closed",
    }
}
