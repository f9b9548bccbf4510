//! The report as one page of HTML that fetches nothing and runs nothing: charts, each with its table.

use super::{Report, sums::Row};
use bezint_policy::Escaped;
use std::fmt::{self, Write};

const STYLE: &str = include_str!("page.css");

/// The page.
pub fn html(report: &Report) -> String {
    let mut page = String::new();
    // Writing into a string does not fail.
    let _ = write(&mut page, report);
    page
}

fn write(out: &mut String, report: &Report) -> fmt::Result {
    let title = "How Bezint is used";
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">")?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
    writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>")?;
    writeln!(out, "<p>{}</p>", report.basis())?;
    for table in &report.tables {
        writeln!(out, "<h2>{}</h2>", table.question)?;
        let rows: Vec<&Row> = table.rows.iter().chain(&table.rest).collect();
        let Some(most) = rows.iter().map(|row| row.times).max() else {
            writeln!(out, "<p>Too few people to say.</p>")?;
            continue;
        };
        writeln!(
            out,
            "<table>\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>",
            table.question, table.of
        )?;
        writeln!(out, "<th scope=\"col\">people</th><th scope=\"col\">times</th><th scope=\"col\">posted</th>")?;
        writeln!(out, "<th scope=\"col\">reconsidered</th><td aria-hidden=\"true\"></td></tr></thead>\n<tbody>")?;
        for row in rows {
            let (posted, reconsidered) = row.ends();
            write!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td>",
                Escaped(&row.name),
                row.people,
                row.times
            )?;
            write!(out, "<td>{posted}</td><td>{reconsidered}</td><td aria-hidden=\"true\">")?;
            let percent = row.times * 100 / most.max(1);
            writeln!(out, "<span class=\"bar\" style=\"inline-size: {percent}%\"></span></td></tr>")?;
        }
        writeln!(out, "</tbody>\n</table>")?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}
