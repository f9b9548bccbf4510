//! Layers: which files a policy is made of.
//!
//! A file stands on another (`extends`), which may stand on a third. They are read from the lowest to the top; each is
//! proved by its own examples before anything stands on it.

use crate::{
    Authored, Diagnostics, Packs, Problem, Severity,
    read::{self, Named},
    texts::{self, Texts},
};
use std::ops::Range;

/// Files that a policy is made of at most.
const MOST_LAYERS: usize = 8;

/// The files of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layers {
    top: File,
    /// The highest first.
    below: Vec<File>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    /// Relative to the folder of the top one, with `/` between the parts.
    path: String,
    source: String,
    /// The text files with terms that it names.
    texts: Vec<Text>,
}

/// A text file with terms.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Text {
    /// As the file that names it does.
    named: String,
    path: String,
    source: String,
}

/// What is wrong, and in which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// Its path, relative to the folder of the top file.
    pub path: String,
    /// What stands in it.
    pub source: String,
    /// What is wrong with that.
    pub problems: Diagnostics,
}

impl Layers {
    /// Follows `extends` down from a file, and loads the text files that each names. `load` gives what stands in a file, by its path relative to the folder of
    /// the top one, or says why it cannot.
    ///
    /// # Errors
    /// What is wrong with an `extends`: an absolute path, a file that cannot be read or is one above, too many files; or
    /// with a `terms_file`: one that cannot be read, or is not in the folder of the file that names it.
    ///
    /// ```
    /// use bezint_policy::{Layers, Packs};
    ///
    /// let company = "[policy]\nid = \"acme\"\nversion = 3\ntitle = \"Acme\"\nlanguages = [\"en\"]\nstance = \"open\"";
    /// let sales = "[policy]\nextends = \"../acme.toml\"\nid = \"sales\"\nversion = 2\ntitle = \"Sales\"";
    /// let layers = Layers::load("sales.toml", sales.to_owned(), |path| match path {
    ///     "../acme.toml" => Ok(company.to_owned()),
    ///     _ => Err("there is no such file".to_owned()),
    /// }).unwrap();
    /// let version = layers.read(&Packs::default(), |policy| Ok(policy.policy().card.version));
    /// assert_eq!(version, Ok(5));
    /// ```
    pub fn load(
        path: &str,
        source: String,
        mut load: impl FnMut(&str) -> Result<String, String>,
    ) -> Result<Self, Misread> {
        let mut layers = Self { top: File { path: path.to_owned(), source, texts: Vec::new() }, below: Vec::new() };
        loop {
            let file = layers.below.last_mut().unwrap_or(&mut layers.top);
            let files = read::files(&file.source);
            file.load_texts(files.terms, &mut load)?;
            let file = layers.below.last().unwrap_or(&layers.top);
            let Some((named, span)) = files.extends else { return Ok(layers) };
            let below =
                layers.lower(&file.path, named, &mut load).map_err(|problem| file.misread(vec![(span, problem)]))?;
            layers.below.push(below);
        }
    }

    /// The file that one of these names as the one below it.
    fn lower(
        &self,
        path: &str,
        named: String,
        load: &mut impl FnMut(&str) -> Result<String, String>,
    ) -> Result<File, Problem> {
        let Some(below) = beside(path, &named) else { return Err(Problem::NotBeside { path: named }) };
        if [&self.top].into_iter().chain(&self.below).any(|file| file.path == below) {
            return Err(Problem::OnItself { path: below });
        }
        if self.below.len() + 1 >= MOST_LAYERS {
            return Err(Problem::TooManyLayers { most: MOST_LAYERS });
        }
        match load(&below) {
            Ok(source) => Ok(File { path: below, source, texts: Vec::new() }),
            Err(why) => Err(Problem::NotLoaded { path: below, why }),
        }
    }

    /// Reads the files, the lowest first, and does something with the policy they make. All but the top one are proved.
    ///
    /// # Errors
    /// What is wrong with the lowest file that something is wrong with, or what the work comes to.
    pub fn read<T>(
        &self,
        packs: &Packs,
        work: impl FnOnce(&Authored<'_>) -> Result<T, Diagnostics>,
    ) -> Result<T, Misread> {
        let misread = |file: &File| {
            let (path, source) = (file.path.clone(), file.source.clone());
            |problems| Misread { path, source, problems }
        };
        let of_top = self.top.terms()?;
        let of_below = self.below.iter().map(File::terms).collect::<Result<Vec<_>, _>>()?;
        let mut below: Option<Authored<'_>> = None;
        for (file, texts) in self.below.iter().zip(&of_below).rev() {
            let authored = read::layer(&file.source, texts, packs, below.as_ref()).map_err(misread(file))?;
            authored.prove().map_err(misread(file))?;
            below = Some(authored);
        }
        let authored = read::layer(&self.top.source, &of_top, packs, below.as_ref());
        authored.and_then(|authored| work(&authored)).map_err(misread(&self.top))
    }
}

impl File {
    /// Loads the text files that it names, each once.
    fn load_texts(
        &mut self,
        mut files: Vec<Named>,
        load: &mut impl FnMut(&str) -> Result<String, String>,
    ) -> Result<(), Misread> {
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        files.dedup_by(|(one, _), (other, _)| one == other);
        let mut problems = Vec::new();
        for (named, span) in files {
            match self.beside(&named) {
                None => problems.push((span, Problem::NotInFolder { path: named })),
                Some(path) => match load(&path) {
                    Ok(source) => self.texts.push(Text { named, path, source }),
                    Err(why) => problems.push((span, Problem::TermsNotLoaded { path: named, why })),
                },
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(self.misread(problems)) }
    }

    /// The path of a file in its folder, or in one below.
    fn beside(&self, named: &str) -> Option<String> {
        let is_below = beside("", named)?.split('/').next() != Some("..");
        beside(&self.path, named).filter(|_| is_below)
    }

    /// The terms of its text files.
    fn terms(&self) -> Result<Texts, Misread> {
        let mut all = Texts::default();
        for Text { named, path, source } in &self.texts {
            let misread = |problems| Misread { path: path.clone(), source: source.clone(), problems };
            all.add(named, texts::terms(source).map_err(misread)?);
        }
        Ok(all)
    }

    fn misread(&self, problems: Vec<(Range<usize>, Problem)>) -> Misread {
        let problems = Diagnostics::locate(&self.source, problems, Severity::Error);
        Misread { path: self.path.clone(), source: self.source.clone(), problems }
    }
}

/// The path of a file that another names, from where that other lies; `None`: it is not relative.
fn beside(path: &str, named: &str) -> Option<String> {
    if named.starts_with('/') || named.contains(['\\', ':']) {
        return None;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(named.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/")).filter(|path| !path.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_from_where_the_file_lies() {
        let from = |path, named| beside(path, named).unwrap();
        assert_eq!(from("team.toml", "sales.toml"), "sales.toml");
        assert_eq!(from("../sales.toml", "./company.toml"), "../company.toml");
        assert_eq!(from("../a/b.toml", "../../c.toml"), "../../c.toml");
        assert_eq!(from("a/b.toml", "../c/d.toml"), "c/d.toml");
        assert_eq!((beside("a", "/etc/passwd"), beside("a", "c:\\x")), (None, None));
    }
}
