//! The bundled dossier: built from the seeds, which are compiled in, by the code that imports anything.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery_briefing::Typesetter;
use chancery_model::{
    Anchor, ArticleId, CodePoints, EvidenceId, EvidenceOrigin, MilestoneId, OperationKind, Proves,
};
use chancery_store::{Evidence, Lane, Lineage, Milestone, NewArticle, StatusChange, Writer};
use chancery_text::Matcher;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::inspect::{self, Inspected, ReadFile, Refused};
use crate::seeds::{
    Codebook, MilestoneSeed, RegisterSeed, RestsOn, SeedError, read_codebook, read_milestones,
};
use crate::{Clock, Desk, DeskError, Result};

/// The five articles by the names they have in `seeds/articles`.
const ARTICLES: [(&str, &[u8]); 5] = [
    ("000_4e707bf893c0bc95.txt", include_bytes!("../../../../seeds/articles/000_4e707bf893c0bc95.txt")),
    ("001_800e222e55f3afe3.txt", include_bytes!("../../../../seeds/articles/001_800e222e55f3afe3.txt")),
    ("002_e399e122d91a18eb.txt", include_bytes!("../../../../seeds/articles/002_e399e122d91a18eb.txt")),
    ("003_e0cc0fa83a5e2ff4.txt", include_bytes!("../../../../seeds/articles/003_e0cc0fa83a5e2ff4.txt")),
    ("004_e06d1486b908b070.txt", include_bytes!("../../../../seeds/articles/004_e06d1486b908b070.txt")),
];

const CODEBOOK: &str = include_str!("../../../../seeds/codebook.toml");
const MILESTONES: &str = include_str!("../../../../seeds/milestones.toml");

/// What the bundled dossier is called.
pub const NAME: &str = "Belarus–Russia Union State";

/// The version of the bundled dossier: the hash of its seeds, in hexadecimal.
#[must_use]
pub fn version() -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in ARTICLES {
        hash.update(name);
        hash.update(bytes);
    }
    hash.update(CODEBOOK);
    hash.update(MILESTONES);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bundled codebook.
///
/// # Errors
/// When the seed is wrong; a test holds that it is not.
pub fn codebook() -> Result<Codebook, SeedError> {
    read_codebook("seeds/codebook.toml", CODEBOOK)
}

/// Builds the bundled dossier at `path`.
///
/// # Errors
/// `exists`; `seed` where evidence is absent from its file or ambiguous there.
pub fn create(path: &Path, clock: Arc<dyn Clock>, typesetter: Arc<dyn Typesetter>) -> Result<Desk> {
    let codebook = codebook()?;
    let register = read_milestones("seeds/milestones.toml", MILESTONES)?;
    build(path, &ARTICLES, &codebook, &register, clock, typesetter)
}

fn build(
    path: &Path,
    articles: &[(&str, &[u8])],
    codebook: &Codebook,
    register: &RegisterSeed,
    clock: Arc<dyn Clock>,
    typesetter: Arc<dyn Typesetter>,
) -> Result<Desk> {
    // Read and checked before the file is made: a wrong seed leaves nothing behind.
    let matcher = Matcher::new(&codebook.topics);
    let read = read_articles(articles, clock.as_ref(), &matcher)?;
    let anchors = anchors(register, &read)?;

    if path.exists() {
        return Err(chancery_store::Error::Exists { path: path.to_owned() }.into());
    }
    // Built under another name and renamed when whole: a start cut short leaves no half dossier to be taken for the real one.
    let building = beside(path, "-building");
    remove_files(&building);
    let built = Desk::create(&building, NAME, Arc::clone(&clock), Arc::clone(&typesetter))
        .and_then(|desk| put_all(&desk, read, codebook, register, &anchors));
    let renamed =
        built.and_then(|()| std::fs::rename(&building, path).map_err(|error| DeskError::file(path, error)));
    remove_files(&building);
    renamed?;
    Desk::open(path, path.parent().unwrap_or(Path::new("")), clock, typesetter)
}

/// Puts codebook, articles and register in.
fn put_all(
    desk: &Desk,
    read: Vec<(String, ReadFile)>,
    codebook: &Codebook,
    register: &RegisterSeed,
    anchors: &Anchors,
) -> Result<()> {
    let ids = fill(desk, read, codebook)?;
    let known: HashMap<&str, ArticleId> = ids.iter().map(|(name, id)| (name.as_str(), *id)).collect();
    desk.all_in_step()?;
    desk.perform(
        OperationKind::Bundle,
        json!({ "name": "union-state", "part": "register", "version": version(), "milestones": register.milestones.len() }),
        |writer| put_register(desk, writer, register, anchors, &known),
    )?;
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Takes away a dossier that is not to be, with the files beside it.
fn remove_files(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-lock"] {
        let _ = std::fs::remove_file(beside(path, suffix));
    }
}

fn read_articles(
    articles: &[(&str, &[u8])],
    clock: &dyn Clock,
    matcher: &Matcher,
) -> Result<Vec<(String, ReadFile)>> {
    let captured = clock.today();
    let limits = chancery_intake::Limits::default();
    let mut batch: Vec<Inspected> = articles
        .iter()
        .map(|(name, bytes)| {
            let document = chancery_intake::read(bytes, Some(name), captured, &limits);
            let outcome = document.map_err(Refused::Content).map(|document| ReadFile {
                document,
                bytes: bytes.to_vec(),
                notes: Vec::new(),
                dates: Vec::new(),
                topics: Vec::new(),
            });
            Inspected { path: PathBuf::from(name), outcome }
        })
        .collect();
    inspect::settle(&mut batch, captured);
    let mut read = Vec::with_capacity(batch.len());
    for one in batch {
        let name = one.path.to_string_lossy().into_owned();
        let mut file = one.outcome.map_err(|refused| SeedError::new(&name, refused.to_string()))?;
        inspect::derive(&mut file, matcher);
        read.push((name, file));
    }
    Ok(read)
}

/// The place of every piece of evidence, by milestone and evidence id.
type Anchors = HashMap<(String, String), Anchor>;

fn anchors(register: &RegisterSeed, read: &[(String, ReadFile)]) -> Result<Anchors> {
    let mut anchors = Anchors::new();
    for seed in &register.milestones {
        for evidence in &seed.evidence {
            let wrong = |why: String| {
                SeedError::new(
                    "seeds/milestones.toml",
                    format!(
                        "milestone {:?}, evidence {:?}: {}: {why}: {:?}",
                        seed.slug, evidence.id, evidence.file, evidence.exact
                    ),
                )
            };
            let (_, file) = read
                .iter()
                .find(|(name, _)| *name == evidence.file)
                .ok_or_else(|| wrong("there is no such article".to_owned()))?;
            let text = CodePoints::new(&file.document.text);
            let anchor = Anchor::locate(&text, &evidence.exact, &evidence.before, &evidence.after)
                .map_err(|error| wrong(error.to_string()))?;
            if file.document.furniture.iter().any(|piece| piece.span.overlaps(&anchor.span)) {
                return Err(wrong("the words stand in furniture".to_owned()).into());
            }
            anchors.insert((seed.slug.clone(), evidence.id.clone()), anchor);
        }
    }
    Ok(anchors)
}

/// Puts codebook and articles in, with suggestions.
fn fill(desk: &Desk, read: Vec<(String, ReadFile)>, codebook: &Codebook) -> Result<Vec<(String, ArticleId)>> {
    let args = json!({ "name": "union-state", "part": "codebook", "topics": codebook.topics.len() });
    desk.perform(OperationKind::Bundle, args, |writer| Ok(Desk::put_codebook(writer, &codebook.topics)?))?;
    let import = desk.store.begin_import(json!({ "files": read.len() }), desk.clock.now())?;
    let captured_at = desk.clock.now();
    let (mut names, mut articles) = (Vec::new(), Vec::new());
    for (name, file) in read {
        articles.push(NewArticle {
            reader: chancery_intake::READER_VERSION,
            document: file.document,
            original: file.bytes,
            source_name: name.clone(),
            dates: file.dates,
            topics: file.topics,
            look: Vec::new(),
            captured_at,
        });
        names.push(name);
    }
    let stored = desk.store.import_batch(&import, articles)?;
    desk.store
        .finish_import(import, &json!({ "files": names.len(), "articles": stored.len(), "refused": 0 }))?;
    Ok(names.into_iter().zip(stored.into_iter().map(chancery_store::Stored::article)).collect())
}

fn put_register(
    desk: &Desk,
    writer: &Writer<'_>,
    register: &RegisterSeed,
    anchors: &Anchors,
    articles: &HashMap<&str, ArticleId>,
) -> Result<()> {
    if let Some(name) = &register.name {
        let info = desk.read(|reader| reader.dossier())?;
        writer.edit_dossier(name, &info.description, info.language)?;
    }
    for (position, (slug, title)) in (0..).zip(&register.lanes) {
        writer.put_lane(&Lane { slug: slug.clone(), title: title.clone(), position })?;
    }
    let mut milestones: HashMap<&str, MilestoneId> = HashMap::new();
    let mut proofs: HashMap<(&str, &str), EvidenceId> = HashMap::new();
    for (position, seed) in (0..).zip(&register.milestones) {
        let id = writer.add_milestone(&Milestone {
            slug: Some(seed.slug.clone()),
            parent: seed.parent.as_deref().and_then(|parent| milestones.get(parent).copied()),
            lane: Some(seed.lane.clone()),
            kind: seed.kind,
            title: seed.title.clone(),
            date: Some(seed.date.clone()),
            date_rule: seed.date_rule.clone(),
            who: seed.who.clone(),
            role: seed.role,
            position,
            description: String::new(),
            deadline: None,
        })?;
        milestones.insert(&seed.slug, id);
        put_evidence(desk, writer, seed, id, anchors, articles, &mut proofs)?;
    }
    for seed in &register.milestones {
        for link in &seed.lineage {
            let (evidence, judgement) = match &link.rests_on {
                RestsOn::Judgement(reason) => (None, Some(reason.clone())),
                RestsOn::Passages(ids) => {
                    let named = ids.first().map(|id| id.split_once('/').unwrap_or((seed.slug.as_str(), id)));
                    (named.and_then(|named| proofs.get(&named).copied()), None)
                }
            };
            // Both are there: the seeds were checked when they were read.
            if let (Some(&from), Some(&to)) =
                (milestones.get(seed.slug.as_str()), milestones.get(link.to.as_str()))
            {
                let origin = EvidenceOrigin::Bundled;
                writer.add_lineage(&Lineage { from, to, kind: link.kind, judgement, evidence, origin })?;
            }
        }
    }
    Ok(())
}

/// Attaches a milestone's passages, those that prove a status to that status.
fn put_evidence<'s>(
    desk: &Desk,
    writer: &Writer<'_>,
    seed: &'s MilestoneSeed,
    milestone: MilestoneId,
    anchors: &Anchors,
    articles: &HashMap<&str, ArticleId>,
    proofs: &mut HashMap<(&'s str, &'s str), EvidenceId>,
) -> Result<()> {
    let mut found: Vec<(&str, Evidence)> = Vec::new();
    for evidence in &seed.evidence {
        let place = anchors.get(&(seed.slug.clone(), evidence.id.clone()));
        let (Some(anchor), Some(&article)) = (place, articles.get(evidence.file.as_str())) else { continue };
        found.push((
            &evidence.id,
            Evidence {
                milestone,
                status_change: None,
                article,
                anchor: anchor.clone(),
                stance: evidence.stance,
                proves: vec![evidence.proves],
                origin: EvidenceOrigin::Bundled,
            },
        ));
    }
    for status in &seed.statuses {
        let (ids, judgement): (&[String], _) = match &status.rests_on {
            RestsOn::Passages(ids) => (ids, None),
            RestsOn::Judgement(reason) => (&[], Some(reason.en.clone())),
        };
        let proving: Vec<Evidence> = found
            .iter()
            .filter(|(id, _)| ids.iter().any(|one| one == id))
            .map(|(_, one)| one.clone())
            .collect();
        let change = StatusChange {
            status: status.status,
            step: None,
            since: status.since.clone(),
            known: desk.known_since(&proving)?,
            judgement,
            decided_by: EvidenceOrigin::Bundled.id().to_owned(),
        };
        let change = writer.set_status(milestone, &change)?;
        for (id, one) in &mut found {
            if ids.iter().any(|wanted| wanted == id) && one.status_change.is_none() {
                one.status_change = Some(change);
                if !one.proves.contains(&Proves::Status) {
                    one.proves.push(Proves::Status);
                }
            }
        }
    }
    for (id, one) in found {
        let attached = writer.attach_evidence(&one)?;
        writer.accept_evidence(attached, true)?;
        proofs.insert((&seed.slug, id), attached);
    }
    Ok(())
}
