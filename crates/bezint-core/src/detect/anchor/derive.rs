//! Reading an expression: can it be used?

use super::{
    super::expression::{Expression, PatternError, parse},
    Anchor, cores,
};
use regex_syntax::ast::{self, Ast, Flag};

impl Anchor {
    /// Reads an expression and finds what every match of it must hold.
    ///
    /// # Errors
    /// A syntax error, Unicode mode, a group the expression does not have, an expression that can match nothing at all or that can
    /// never match, or one that is too large when compiled.
    ///
    /// ```
    /// use bezint_core::detect::{Anchor, Core};
    /// let anchor = Anchor::derive(r"\bticket-[0-9]{4}\b", 0).unwrap();
    /// assert!(matches!(anchor, Anchor::Cores(cores) if cores[0].core == Core::Literals(vec![b"ticket-".to_vec()])));
    /// assert!(Anchor::derive("(", 0).is_err());
    /// ```
    pub fn derive(regex: &str, group: u8) -> Result<Self, PatternError> {
        let hir = parse(regex)?;
        refuse_unicode(regex)?;
        if usize::from(group) > hir.properties().explicit_captures_len() {
            return Err(PatternError::whole(regex, format!("there is no group {group} in it")));
        }
        match hir.properties().minimum_len() {
            None => return Err(PatternError::whole(regex, "it can never match")),
            Some(0) => return Err(PatternError::whole(regex, "it can match nothing: it must need a character")),
            Some(_) => {}
        }
        let anchor = cores::best(&hir);
        Expression::compile(hir, group).map_err(|message| PatternError::whole(regex, message))?;
        Ok(anchor)
    }
}

/// Refuses Unicode mode (`(?u)`). Its tables are not in the engine that browsers download, and a folded draft hardly
/// needs them: its accents are gone.
fn refuse_unicode(regex: &str) -> Result<(), PatternError> {
    struct UnicodeMode;
    impl ast::Visitor for UnicodeMode {
        type Output = ();
        type Err = ast::Span;

        fn finish(self) -> Result<(), ast::Span> {
            Ok(())
        }

        fn visit_pre(&mut self, part: &Ast) -> Result<(), ast::Span> {
            let flags = match part {
                Ast::Flags(set) => Some(&set.flags),
                Ast::Group(group) => group.flags(),
                _ => None,
            };
            match flags {
                Some(flags) if flags.flag_state(Flag::Unicode) == Some(true) => Err(flags.span),
                _ => Ok(()),
            }
        }
    }
    let Ok(parsed) = ast::parse::Parser::new().parse(regex) else { return Ok(()) };
    ast::visit(&parsed, UnicodeMode).map_err(|span| PatternError {
        span: span.start.offset..span.end.offset,
        message: "Unicode mode is not available: letters lose their accents before they are matched".to_owned(),
    })
}
