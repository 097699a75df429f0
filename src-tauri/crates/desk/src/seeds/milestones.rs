//! The milestones file: lanes, and milestones with evidence still as words.

use chancery_model::{Edtf, InLanguages, LineageKind, MilestoneKind, Proves, Role, Stance, Status};
use serde::Deserialize;

use super::{Labels, SeedError, check_format};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MilestonesFile {
    format: u32,
    /// What the dossier is called.
    name: Option<Labels>,
    #[serde(default)]
    lane: Vec<LaneEntry>,
    #[serde(default)]
    milestone: Vec<MilestoneEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LaneEntry {
    id: String,
    label: Labels,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MilestoneEntry {
    id: String,
    title: Labels,
    kind: String,
    lane: String,
    date: String,
    #[serde(default)]
    date_rule: String,
    parent: Option<String>,
    who: Option<Labels>,
    role: Option<String>,
    #[serde(default)]
    evidence: Vec<EvidenceEntry>,
    #[serde(default)]
    status: Vec<StatusEntry>,
    #[serde(default)]
    lineage: Vec<LineageEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceEntry {
    id: String,
    stance: String,
    proves: Option<String>,
    file: String,
    exact: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusEntry {
    status: String,
    since: Option<String>,
    #[serde(default)]
    evidence: Vec<String>,
    judgement: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineageEntry {
    kind: String,
    to: String,
    #[serde(default)]
    evidence: Vec<String>,
    judgement: Option<Labels>,
}

/// The register as read from a file: lanes, and milestones with evidence still as words.
#[derive(Clone, Debug)]
pub(crate) struct RegisterSeed {
    /// What the dossier is called; without it, as it was when made.
    pub(crate) name: Option<InLanguages>,
    /// Id and label, in order.
    pub(crate) lanes: Vec<(String, InLanguages)>,
    /// Parents before their children.
    pub(crate) milestones: Vec<MilestoneSeed>,
}

/// One milestone as read from a file.
#[derive(Clone, Debug)]
pub(crate) struct MilestoneSeed {
    pub(crate) slug: String,
    pub(crate) title: InLanguages,
    pub(crate) kind: MilestoneKind,
    pub(crate) lane: String,
    pub(crate) date: Edtf,
    pub(crate) date_rule: String,
    pub(crate) parent: Option<String>,
    pub(crate) who: InLanguages,
    pub(crate) role: Option<Role>,
    pub(crate) evidence: Vec<EvidenceSeed>,
    pub(crate) statuses: Vec<StatusSeed>,
    pub(crate) lineage: Vec<LineageSeed>,
}

/// Evidence as file and words; the build of the dossier finds the one place where they stand.
#[derive(Clone, Debug)]
pub(crate) struct EvidenceSeed {
    pub(crate) id: String,
    pub(crate) stance: Stance,
    pub(crate) proves: Proves,
    pub(crate) file: String,
    pub(crate) exact: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// What something rests on: passages, or a judgement with its reason. There is no third.
#[derive(Clone, Debug)]
pub(crate) enum RestsOn {
    /// Ids of the milestone's evidence, of another's as `slug/id`; at least one.
    Passages(Vec<String>),
    /// A reason.
    Judgement(InLanguages),
}

/// A step on the ladder as read from a file.
#[derive(Clone, Debug)]
pub(crate) struct StatusSeed {
    pub(crate) status: Status,
    pub(crate) since: Option<Edtf>,
    pub(crate) rests_on: RestsOn,
}

/// A link of lineage as read from a file.
#[derive(Clone, Debug)]
pub(crate) struct LineageSeed {
    pub(crate) kind: LineageKind,
    pub(crate) to: String,
    pub(crate) rests_on: RestsOn,
}

impl LineageSeed {
    /// Evidence of other milestones it rests on, as slug and id.
    fn elsewhere(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        let ids = match &self.rests_on {
            RestsOn::Passages(ids) => ids.as_slice(),
            RestsOn::Judgement(_) => &[],
        };
        ids.iter().filter_map(|id| id.split_once('/'))
    }
}

/// Reads a milestones file.
///
/// # Errors
/// When it is no TOML of this format, a word is not of the design, a reference leads nowhere, or something rests on nothing.
pub(crate) fn read_milestones(file: &str, toml: &str) -> Result<RegisterSeed, SeedError> {
    let read: MilestonesFile =
        toml::from_str(toml).map_err(|error| SeedError::new(file, error.to_string()))?;
    check_format(file, read.format)?;
    let lanes: Vec<(String, InLanguages)> =
        read.lane.into_iter().map(|lane| (lane.id, lane.label.into())).collect();
    let mut milestones: Vec<MilestoneSeed> = Vec::with_capacity(read.milestone.len());
    for entry in read.milestone {
        let seed = milestone(file, entry)?;
        let wrong = |what: String| SeedError::new(file, format!("milestone {:?}: {what}", seed.slug));
        if milestones.iter().any(|known| known.slug == seed.slug) {
            return Err(wrong("stands there twice".to_owned()));
        }
        if !lanes.iter().any(|(id, _)| *id == seed.lane) {
            return Err(wrong(format!("no lane {:?}", seed.lane)));
        }
        if let Some(parent) = &seed.parent
            && !milestones.iter().any(|known| known.slug == *parent)
        {
            return Err(wrong(format!("its parent {parent:?} does not stand before it")));
        }
        milestones.push(seed);
    }
    for seed in &milestones {
        if let Some(link) =
            seed.lineage.iter().find(|link| !milestones.iter().any(|known| known.slug == link.to))
        {
            return Err(SeedError::new(
                file,
                format!("milestone {:?}: lineage leads to {:?}, which is not there", seed.slug, link.to),
            ));
        }
        let named = seed.lineage.iter().flat_map(LineageSeed::elsewhere);
        if let Some((slug, id)) = named.clone().find(|(slug, id)| {
            let other = milestones.iter().find(|known| known.slug == *slug);
            other.is_none_or(|other| other.evidence.iter().all(|one| one.id != *id))
        }) {
            return Err(SeedError::new(
                file,
                format!("milestone {:?}: no evidence {id:?} of {slug:?}", seed.slug),
            ));
        }
    }
    Ok(RegisterSeed { name: read.name.map(Into::into), lanes, milestones })
}

fn milestone(file: &str, entry: MilestoneEntry) -> Result<MilestoneSeed, SeedError> {
    let slug = entry.id;
    let wrong = |what: String| SeedError::new(file, format!("milestone {slug:?}: {what}"));
    let date = |text: &str| Edtf::parse(text).map_err(|error| wrong(error.to_string()));
    let known: Vec<&str> = entry.evidence.iter().map(|evidence| evidence.id.as_str()).collect();
    let rests_on = |evidence: Vec<String>, elsewhere: bool, judgement: Option<InLanguages>| match (
        evidence.is_empty(),
        judgement,
    ) {
        (true, Some(reason)) if !reason.en.trim().is_empty() => Ok(RestsOn::Judgement(reason)),
        // What is another's ("slug/id") is looked for when all are read.
        (false, None) => {
            match evidence.iter().find(|id| !(known.contains(&id.as_str()) || elsewhere && id.contains('/')))
            {
                Some(id) => Err(wrong(format!("no evidence {id:?}"))),
                None => Ok(RestsOn::Passages(evidence)),
            }
        }
        _ => Err(wrong(
            "a status or link rests on passages or on a judgement with a reason, and on one of them"
                .to_owned(),
        )),
    };
    let mut statuses = Vec::new();
    for status in entry.status {
        statuses.push(StatusSeed {
            status: Status::from_id(&status.status)
                .ok_or_else(|| wrong(format!("no status {:?}", status.status)))?,
            since: status.since.as_deref().map(date).transpose()?,
            rests_on: rests_on(status.evidence, false, status.judgement.map(InLanguages::english))?,
        });
    }
    let mut lineage = Vec::new();
    for link in entry.lineage {
        lineage.push(LineageSeed {
            kind: LineageKind::from_id(&link.kind)
                .ok_or_else(|| wrong(format!("no kind of lineage {:?}", link.kind)))?,
            to: link.to,
            rests_on: rests_on(link.evidence, true, link.judgement.map(Into::into))?,
        });
    }
    let mut evidence = Vec::new();
    for one in &entry.evidence {
        let proves = one.proves.as_deref().unwrap_or("milestone");
        evidence.push(EvidenceSeed {
            id: one.id.clone(),
            stance: Stance::from_id(&one.stance)
                .ok_or_else(|| wrong(format!("no stance {:?}", one.stance)))?,
            proves: Proves::from_id(proves)
                .ok_or_else(|| wrong(format!("evidence can't prove {proves:?}")))?,
            file: one.file.clone(),
            exact: one.exact.clone(),
            before: one.before.clone(),
            after: one.after.clone(),
        });
    }
    Ok(MilestoneSeed {
        title: entry.title.into(),
        kind: MilestoneKind::from_id(&entry.kind)
            .ok_or_else(|| wrong(format!("no kind {:?}", entry.kind)))?,
        lane: entry.lane,
        date: date(&entry.date)?,
        date_rule: entry.date_rule,
        parent: entry.parent,
        who: entry.who.map(Into::into).unwrap_or_else(|| InLanguages::english("")),
        role: match entry.role {
            Some(role) => Some(Role::from_id(&role).ok_or_else(|| wrong(format!("no role {role:?}")))?),
            None => None,
        },
        evidence,
        statuses,
        lineage,
        slug,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const HEAD: &str = "format = 1\n[[lane]]\nid = \"l\"\nlabel = { en = \"L\" }\n";

    #[track_caller]
    fn refuses(entry: &str, because: &str) {
        let error = read_milestones("milestones.toml", &format!("{HEAD}{entry}")).unwrap_err();
        assert!(error.to_string().contains(because), "{error}");
    }

    #[test]
    fn a_status_rests_on_a_passage_or_on_a_judgement() {
        let milestone = "[[milestone]]\nid = \"m\"\ntitle = { en = \"M\" }\nkind = \"treaty\"\nlane = \"l\"\ndate = \"1999\"\n";
        refuses(&format!("{milestone}[[milestone.status]]\nstatus = \"begun\"\n"), "rests on");
        refuses(
            &format!("{milestone}[[milestone.status]]\nstatus = \"begun\"\nevidence = [\"e\"]\n"),
            "no evidence \"e\"",
        );
        let sound = format!(
            "{HEAD}{milestone}[[milestone.status]]\nstatus = \"begun\"\njudgement = \"as the minister's silence shows\"\n"
        );
        assert_eq!(read_milestones("milestones.toml", &sound).unwrap().milestones.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let milestone = |kind: &str, date: &str| {
            format!(
                "[[milestone]]\nid = \"m\"\ntitle = {{ en = \"M\" }}\nkind = \"{kind}\"\nlane = \"l\"\ndate = \"{date}\"\n"
            )
        };
        refuses(&milestone("party", "1999"), "no kind \"party\"");
        refuses(&milestone("treaty", "soon"), "not an EDTF date");
    }
}
