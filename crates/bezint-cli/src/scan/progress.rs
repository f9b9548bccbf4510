//! How far a scan is: a bar on the standard error, if that is a terminal.

use super::sources::Source;
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    io::{self, IsTerminal, Read},
    time::Duration,
};

/// Between two looks at the bar.
const TICK: Duration = Duration::from_millis(100);

pub struct Progress(ProgressBar);

impl Progress {
    /// Counts bytes, and knows how many there are if every source does.
    pub fn new(sources: &[Source]) -> Self {
        if !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let total: Option<u64> = sources.iter().map(Source::len).sum();
        let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
        let template = match total {
            Some(_) => "{wide_bar} {bytes} of {total_bytes}, {eta} to go",
            None => "{spinner} {bytes} in {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// A reader that counts.
    pub fn over(&self, reader: Box<dyn Read>) -> Box<dyn Read> {
        Box::new(self.0.wrap_read(reader))
    }

    /// Takes the bar away while something is written.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
