//! The drafts of a source, one after the other: only one is held at a time.

use super::sources::{Form, Source};
use crate::failure::why;
use bezint_core::{Context, UnknownWord};
use serde::Deserialize;
use serde_json::Value;
use std::{
    cell::Cell,
    io::{self, BufRead, BufReader, Read},
    rc::Rc,
};

/// Bytes of a draft at most. No site takes a post of this length, and what is longer must not fill the memory.
const MOST_BYTES: u64 = 16 << 20;
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const TOO_LONG: &str = "this is longer than 16 MiB, which no post is";

/// A draft, or why there is none in its place. The reason never repeats what stands there.
#[derive(Debug)]
pub struct Entry {
    /// The line where it begins, from 1; `None`: the source is one draft.
    pub line: Option<u64>,
    /// What the source calls it.
    pub id: Option<Value>,
    pub draft: Result<Draft, String>,
}

#[derive(Debug)]
pub struct Draft {
    pub text: String,
    pub context: Context,
}

/// How rows are read.
#[derive(Debug, Clone, clap::Args)]
pub struct Columns {
    /// For CSV: the column with the drafts
    #[arg(long, value_name = "NAME", default_value = "text")]
    column: String,
    /// For CSV: what stands between columns, such as `;`
    #[arg(long, value_name = "SIGN", default_value = ",", value_parser = sign)]
    delimiter: u8,
}

/// A sign of one byte; `\t` is a tab.
fn sign(written: &str) -> Result<u8, &'static str> {
    match written.as_bytes() {
        b"\\t" => Ok(b'\t'),
        [sign] => Ok(*sign),
        _ => Err("write one sign of ASCII, or \\t for a tab"),
    }
}

/// The entries of a source that is open. `context` holds what an entry does not say itself.
pub fn entries<'r>(
    source: &Source,
    reader: Box<dyn Read + 'r>,
    columns: &'r Columns,
    context: &'r Context,
) -> Box<dyn Iterator<Item = Entry> + 'r> {
    let mut reader = BufReader::new(reader);
    // What some programs put before UTF-8 is no part of a draft. An error shows again at the next read.
    if reader.fill_buf().is_ok_and(|begin| begin.starts_with(BYTE_ORDER_MARK)) {
        reader.consume(BYTE_ORDER_MARK.len());
    }
    match source.form {
        Form::Text => Box::new(std::iter::once(whole(reader, context))),
        Form::Lines => Box::new(lines(reader).map(move |(line, read)| Entry {
            line: Some(line),
            id: None,
            draft: read.and_then(utf8).map(|text| Draft { text, context: context.clone() }),
        })),
        Form::Jsonl => Box::new(lines(reader).map(move |(line, read)| object(line, read, context))),
        Form::Csv => rows(reader, columns, context),
    }
}

/// An entry for a source of which no more can be read.
pub fn unreadable(error: &io::Error) -> Entry {
    refused(None, cannot_read(error))
}

fn cannot_read(error: &io::Error) -> String {
    format!("this cannot be read: {}", why(error))
}

fn refused(line: Option<u64>, why: impl Into<String>) -> Entry {
    Entry { line, id: None, draft: Err(why.into()) }
}

fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes)
        .map_err(|error| format!("this is not UTF-8 from byte {} on", error.utf8_error().valid_up_to() + 1))
}

fn whole(reader: impl Read, context: &Context) -> Entry {
    let mut bytes = Vec::new();
    match reader.take(MOST_BYTES + 1).read_to_end(&mut bytes) {
        Err(error) => unreadable(&error),
        Ok(length) if length as u64 > MOST_BYTES => refused(None, TOO_LONG),
        Ok(_) => {
            let draft = utf8(bytes).map(|text| Draft { text, context: context.clone() });
            Entry { line: None, id: None, draft }
        }
    }
}

/// The lines that are not blank, each with its number, without its end.
fn lines(mut reader: impl BufRead) -> impl Iterator<Item = (u64, Result<Vec<u8>, String>)> {
    let mut number = 0;
    let mut broken = false;
    std::iter::from_fn(move || {
        while !broken {
            number += 1;
            let mut line = Vec::new();
            match reader.by_ref().take(MOST_BYTES + 1).read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(length) if length as u64 > MOST_BYTES && !line.ends_with(b"\n") => {
                    broken = reader.skip_until(b'\n').is_err();
                    return Some((number, Err(TOO_LONG.to_owned())));
                }
                Ok(_) => {
                    let line = line.trim_ascii();
                    if !line.is_empty() {
                        return Some((number, Ok(line.to_owned())));
                    }
                }
                Err(error) => {
                    broken = true;
                    return Some((number, Err(cannot_read(&error))));
                }
            }
        }
        None
    })
}

/// A line of JSON. What else stands in it is ignored.
#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    id: Option<Value>,
    text: String,
    #[serde(default)]
    audience: Option<String>,
    #[serde(default)]
    site: Option<String>,
}

fn object(line: u64, read: Result<Vec<u8>, String>, context: &Context) -> Entry {
    let asked = read.and_then(|read| {
        let read = utf8(read)?;
        serde_json::from_str::<Asked>(&read).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => {
                "this is no object with a `text`, all fields of the right type".to_owned()
            }
            _ => format!("this is not JSON from character {} on", error.column()),
        })
    });
    match asked {
        Err(why) => refused(Some(line), why),
        Ok(Asked { id, text, audience, site }) => {
            let draft = posted(context, audience.as_deref(), site).map(|context| Draft { text, context });
            Entry { line: Some(line), id, draft }
        }
    }
}

/// The context of an entry that says for itself where it would be posted.
fn posted(context: &Context, audience: Option<&str>, site: Option<String>) -> Result<Context, String> {
    let mut context = context.clone();
    if let Some(audience) = audience {
        let right = |error: UnknownWord| format!("`audience` is not one of {}", error.expected.join(", "));
        context.audience = audience.parse().map_err(right)?;
    }
    context.site = site.unwrap_or(context.site);
    Ok(context)
}

fn rows<'r>(
    reader: impl Read + 'r,
    Columns { column, delimiter }: &'r Columns,
    context: &'r Context,
) -> Box<dyn Iterator<Item = Entry> + 'r> {
    let left = Rc::new(Cell::new(MOST_BYTES));
    let reader = Rationed { reader, left: Rc::clone(&left) };
    let mut reader = csv::ReaderBuilder::new().delimiter(*delimiter).flexible(true).from_reader(reader);
    let place = |headers: &csv::ByteRecord, name: &str| headers.iter().position(|header| header == name.as_bytes());
    let headers = match reader.byte_headers() {
        Ok(headers) => headers,
        Err(error) => return Box::new(std::iter::once(refused(Some(1), unread_row(&error)))),
    };
    // The first line is not repeated: where it names no columns, it is a draft.
    let Some(text) = place(headers, column) else {
        let why = format!(
            "the first line names no column `{column}`: --column says which it is, --delimiter what stands between them"
        );
        return Box::new(std::iter::once(refused(Some(1), why)));
    };
    let [id, audience, site] = ["id", "audience", "site"].map(|name| place(headers, name));
    let mut broken = false;
    Box::new(reader.into_byte_records().map_while(move |row| {
        left.set(MOST_BYTES);
        let row = match row {
            Ok(row) => row,
            Err(_) if broken => return None,
            Err(error) => {
                broken = true;
                return Some(refused(None, unread_row(&error)));
            }
        };
        let cell = |place: Option<usize>| -> Result<Option<String>, String> {
            let cell = place.and_then(|place| row.get(place)).filter(|cell| !cell.is_empty());
            cell.map(|cell| utf8(cell.to_owned())).transpose()
        };
        let draft = || {
            let text = row.get(text).ok_or("this row has no such column")?;
            let context = posted(context, cell(audience)?.as_deref(), cell(site)?)?;
            Ok(Draft { text: utf8(text.to_owned())?, context })
        };
        let line = row.position().map(csv::Position::line);
        Some(Entry { line, id: cell(id).ok().flatten().map(Value::from), draft: draft() })
    }))
}

/// Gives so many bytes, then refuses: who reads rows puts them back for each.
struct Rationed<R> {
    reader: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Rationed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            let why = "a row is longer than 16 MiB, which no post is; a quote may be left open";
            return Err(io::Error::other(why));
        }
        let read = self.reader.by_ref().take(self.left.get()).read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read as u64));
        Ok(read)
    }
}

fn unread_row(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Io(error) => cannot_read(error),
        _ => "this is not CSV".to_owned(),
    }
}
