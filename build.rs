//! Prepares what is built into the program.
//!
//! The models of `data/model/` are unpacked so that the program embeds them ready for use: starting costs nothing.
//! `NEWSFACTS_MODEL_DIR` names another folder of models, for measuring one that has not seen a set.

use std::env;
use std::error::Error;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The models, without their ending.
const MODELS: [&str; 6] = ["clusters", "tags", "actions", "labels", "lists", "names"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=NEWSFACTS_MODEL_DIR");
    println!("cargo::rerun-if-changed=build.rs");
    // Migrations are embedded by a macro that cargo cannot see through: a new file would not be compiled in.
    println!("cargo::rerun-if-changed=migrations");
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data/model");
    let folder = env::var("NEWSFACTS_MODEL_DIR").map_or(home, PathBuf::from);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for model in MODELS {
        let packed = folder.join(format!("{model}.xz"));
        println!("cargo::rerun-if-changed={}", packed.display());
        let bytes = unpacked(&packed).map_err(|error| format!("unpacking {}: {error}", packed.display()))?;
        fs::write(out.join(format!("{model}.bin")), bytes)?;
    }
    println!("cargo::rustc-env=NEWSFACTS_READING={:016x}", reading(&folder)?);
    for list in ["tags.tsv", "lemmas.tsv"] {
        println!("cargo::rerun-if-changed={}", folder.join(list).display());
        let text = fs::read(folder.join(list)).or_else(unless_training)?;
        fs::write(out.join(list), text)?;
    }
    Ok(())
}

/// A hash over all that decides how a text is read: the code of reading, word lists and models.
fn reading(models: &Path) -> Result<u64, Box<dyn Error>> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut files = Vec::new();
    for folder in ["src/reading", "src/language", "data/lexicon"] {
        println!("cargo::rerun-if-changed={folder}");
        collect(&home.join(folder), &mut files)?;
    }
    collect(models, &mut files)?;
    files.sort();
    // FNV-1a: the same on every machine and with every compiler.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    add(env!("CARGO_PKG_VERSION").as_bytes());
    for file in files {
        add(file.file_name().map_or(&[][..], |name| name.as_encoded_bytes()));
        add(&fs::read(&file)?);
    }
    Ok(hash)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn unpacked(packed: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match fs::File::open(packed) {
        Ok(file) => liblzma::read::XzDecoder::new(file).read_to_end(&mut bytes).map(|_| bytes),
        Err(error) => unless_training(error),
    }
}

/// A model that is missing is an error, unless it is about to be made.
fn unless_training(error: std::io::Error) -> std::io::Result<Vec<u8>> {
    if env::var_os("CARGO_FEATURE_TRAIN").is_some() { Ok(Vec::new()) } else { Err(error) }
}
