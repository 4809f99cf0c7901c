//! The dossier in headless Chromium: it loads in silence, every link leads to its sentence, nothing overflows, every
//! word can be read, and on paper each sentence has its file, line and origin.
//!
//! Where no Chromium is installed the tests say so on standard error and end; `CHROMIUM` names one elsewhere.

use std::fmt::Write;
use std::fs::{self, File};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::desk::Desk;
use crate::programs::{installed, patiently, skipped};

/// What a page is looked at on: a telephone, a tablet, a screen.
const WIDTHS: [u32; 3] = [360, 768, 1200];
/// A browser that says nothing for so long is hung.
const PATIENCE: Duration = Duration::from_secs(90);

fn chromium() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let known = ["chromium", "chromium-browser", "google-chrome"].map(ToOwned::to_owned);
    let found = named.into_iter().chain(known).find(|program| installed(program));
    if found.is_none() {
        skipped("the page in a browser", "chromium");
    }
    found
}

/// Standard output and standard error of the browser on a file of the desk.
fn browse(browser: &str, desk: &Desk, file: &str, options: &[&str]) -> (String, String) {
    // A browser that has just been started may hang on a busy machine; once more is enough.
    (0..2)
        .find_map(|attempt| {
            let profile = desk.path(&format!("profile-{attempt}-{file}-{}", options.join("").len()));
            let [out, err] = ["out", "err"].map(|stream| desk.path(&format!("{file}.{attempt}.{stream}")));
            let mut command = desk.command(browser);
            command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
            command.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
            command.args(["--disable-dev-shm-usage", "--enable-logging=stderr", "--virtual-time-budget=20000"]);
            command.arg(format!("--user-data-dir={}", profile.display())).args(options);
            command.arg(format!("file://{}", desk.path(file).display()));
            command.stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
            patiently(&mut command, PATIENCE)?;
            let [out, err] = [out, err].map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned());
            Some((out, err))
        })
        .expect("the browser hung twice")
}

/// A desk with the sample's page.
fn sample() -> Desk {
    let desk = Desk::new();
    desk.load(&[concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles"), "-q"]).with(0);
    desk.run(&["dossier", "news.db", "-o", "page.html"]).with(0);
    desk
}

/// What a page said to the console.
fn complaints(log: &str) -> Vec<&str> {
    log.lines().filter(|line| line.contains("CONSOLE")).collect()
}

#[test]
fn the_page_loads_without_a_word_to_the_console() {
    let Some(browser) = chromium() else { return };
    let desk = sample();
    let (dom, log) = browse(&browser, &desk, "page.html", &["--dump-dom"]);
    assert!(dom.trim_end().ends_with("</html>"), "{dom}\n{log}");
    assert!(complaints(&log).is_empty(), "{log}");
    // What a page with a fault would have said is heard.
    desk.file("faulty.html", "<!DOCTYPE html><title>x</title><img src='gone.png'><script>nowhere()</script>");
    let (_, log) = browse(&browser, &desk, "faulty.html", &["--dump-dom"]);
    assert!(!complaints(&log).is_empty(), "the console is not heard:\n{log}");
}

/// The page in a frame of each width, with the script that looks at them.
fn framed(page: &str) -> String {
    let page = page.replace('&', "&amp;").replace('"', "&quot;");
    let mut frames = String::new();
    for width in WIDTHS {
        let _ =
            write!(frames, "<iframe width=\"{width}\" height=\"900\" style=\"border: 0\" srcdoc=\"{page}\"></iframe>");
    }
    format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><body>{frames}<script>{}</script></body>",
        include_str!("browser.js")
    )
}

fn findings(browser: &str, desk: &Desk, scheme: &str) -> Value {
    desk.file("frames.html", framed(&String::from_utf8(desk.bytes("page.html")).unwrap()));
    let settings = format!("--blink-settings=preferredColorScheme={}", u8::from(scheme == "light"));
    let (dom, log) = browse(browser, desk, "frames.html", &["--dump-dom", "--window-size=1400,1000", &settings]);
    let told = dom.split("<pre id=\"findings\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    let told = told.unwrap_or_else(|| panic!("nothing was found out:\n{log}"));
    serde_json::from_str(&told.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).unwrap()
}

#[test]
fn links_lead_to_their_sentences_nothing_overflows_and_all_words_can_be_read() {
    let Some(browser) = chromium() else { return };
    let desk = sample();
    for scheme in ["light", "dark"] {
        let found = findings(&browser, &desk, scheme);
        assert_eq!(found["dark"], scheme == "dark");
        assert!(found["links"].as_u64().unwrap() > 300, "{found}");
        assert_eq!(found["findings"], Value::Array(Vec::new()), "{scheme}");
    }
    // What is wrong is seen.
    let page = String::from_utf8(desk.bytes("page.html")).unwrap();
    let faults = "<p style='width: 2000px; color: #ddd; background: #fff'>wide and pale</p><a href='#gone'>x</a><h5>deep</h5></main>";
    desk.file("page.html", page.replace("</main>", faults));
    let found = findings(&browser, &desk, "light").to_string();
    for fault in ["360: the page is", "contrast", "#gone leads nowhere", "a heading of level 5"] {
        assert!(found.contains(fault), "{fault:?} is not in {found}");
    }
}

#[test]
fn on_paper_every_sentence_has_its_file_line_and_origin() {
    let Some(browser) = chromium() else { return };
    let desk = sample();
    let pdf = desk.path("page.pdf");
    browse(&browser, &desk, "page.html", &["--no-pdf-header-footer", &format!("--print-to-pdf={}", pdf.display())]);
    let bytes = fs::read(&pdf).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    let sheet = String::from_utf8_lossy(&bytes);
    let size = sheet.split("/MediaBox [").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    assert!(size.starts_with("0 0 594.") || size.starts_with("0 0 595"), "not A4: {size}");
    if !installed("pdftotext") {
        return skipped("the words of the printed page", "pdftotext");
    }
    let text = Command::new("pdftotext").args(["-raw"]).arg(&pdf).arg("-").output().unwrap().stdout;
    let text: String = String::from_utf8(text).unwrap().split_whitespace().collect();
    for row in desk.column(
        "SELECT '[' || file || ', line ' || line || CASE section WHEN 'boilerplate' THEN ', set aside' ELSE '' END
         FROM sentence_details",
    ) {
        let place: String = row.split_whitespace().collect();
        assert!(text.contains(&place), "{row:?} is not on paper");
    }
    for row in desk.column("SELECT DISTINCT source FROM claim_details WHERE hops > 0 AND claim_kind <> 'silence'") {
        let origin: String = row.split_whitespace().collect();
        assert!(text.contains(&origin), "{row:?} is not on paper");
    }
}
