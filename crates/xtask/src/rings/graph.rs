//! Which module of a folder needs which other one, and the rings that these arrows make.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Crate, Import, Module, ModulePath, Named, joined};

/// The arrows between the files and folders of one folder, each with one place where it stands in the code.
pub(super) type Arrows = BTreeMap<(String, String), String>;

/// The arrows of one crate, by the folder that both ends stand in.
pub(super) type Folders = BTreeMap<ModulePath, Arrows>;

/// The arrows of one crate, by the folder that both ends stand in.
pub(super) fn folders(of: &Crate) -> Folders {
    let mut folders = Folders::new();
    for (path, module) in &of.modules {
        for named in needed(of, path, module) {
            let Some(target) = of.definer(path, &named.path, 0) else { continue };
            let (from, to) = (&module.file_path, &of.modules[&target].file_path);
            if from == to {
                continue;
            }
            let shared = from.iter().zip(to).take_while(|(one, other)| one == other).count();
            let folder = from[..shared].to_vec();
            let root = (shared == 0).then_some("lib.rs");
            let node = |path: &ModulePath| path.get(shared).map(String::as_str).or(root).map(str::to_owned);
            // The own file of a folder holds what its files share and hands on what they make: it may need them, and they it.
            let (Some(from), Some(to)) = (node(from), node(to)) else { continue };
            let place = format!("{}:{}  {}", module.file.display(), named.line, named.path.join("::"));
            folders.entry(folder).or_default().entry((from, to)).or_insert(place);
        }
    }
    folders
}

/// The names of other modules that a module needs. It does not need what it only hands on (`pub use`), and of a module that it imports
/// whole it needs what it names of it.
fn needed<'m>(of: &Crate, path: &ModulePath, module: &'m Module) -> impl Iterator<Item = &'m Named> {
    let starts: BTreeSet<&String> = module.paths.iter().filter_map(|named| named.path.first()).collect();
    let imports = module.imports.iter().filter(move |import: &&Import| {
        let is_used = module.mentioned.contains(&import.name) || starts.contains(&import.name);
        let is_named_further = starts.contains(&import.name) && of.modules.contains_key(&of.absolute(path, &import.of.path));
        (!import.is_public || is_used) && !is_named_further
    });
    let imports: Vec<&Named> = imports.map(|import| &import.of).collect();
    imports.into_iter().chain(&module.paths)
}

impl Crate {
    /// The module that defines what `path` names inside of the module `from`; nothing where that is another crate's.
    fn definer(&self, from: &ModulePath, path: &[String], depth: usize) -> Option<ModulePath> {
        // Re-exports may lead round.
        if depth > 32 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.below(Vec::new(), rest, depth),
            "self" => self.below(from.clone(), rest, depth),
            "super" => self.below(from.split_last()?.1.to_vec(), rest, depth),
            name if self.modules.contains_key(&joined(from, name)) => self.below(from.clone(), path, depth),
            name => self.imported(from, name, rest, depth),
        }
    }

    /// The module that defines what `path` names, seen from the module `base`.
    fn below(&self, mut base: ModulePath, path: &[String], depth: usize) -> Option<ModulePath> {
        for (nth, name) in path.iter().enumerate() {
            let child = joined(&base, name);
            if name == "super" {
                base.pop();
            } else if self.modules.contains_key(&child) {
                base = child;
            } else {
                let by_root = base.is_empty().then(|| self.macros.get(name).cloned()).flatten();
                return by_root.or_else(|| self.imported(&base, name, &path[nth + 1..], depth)).or(Some(base));
            }
        }
        Some(base)
    }

    /// The module that defines a name which the module `base` imports.
    fn imported(&self, base: &ModulePath, name: &str, rest: &[String], depth: usize) -> Option<ModulePath> {
        let module = self.modules.get(base)?;
        if let Some(import) = module.imports.iter().find(|import| import.name == name) {
            return self.definer(base, &[&import.of.path, rest].concat(), depth + 1);
        }
        if module.defined.contains(name) {
            return None;
        }
        let globs = module.imports.iter().filter(|import| import.name == "*");
        globs
            .filter_map(|glob| self.definer(base, &[&glob.of.path[..], &[name.to_owned()], rest].concat(), depth + 1))
            .find(|found| self.has(found, name))
    }

    fn has(&self, module: &ModulePath, name: &str) -> bool {
        self.modules.get(module).is_some_and(|module| module.defined.contains(name))
    }

    /// A path from the root of the crate, with no re-export followed.
    fn absolute(&self, from: &ModulePath, path: &[String]) -> ModulePath {
        let mut absolute = match path.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some(name) if matches!(name, "self" | "super") || self.modules.contains_key(&joined(from, name)) => from.clone(),
            _ => return path.to_vec(),
        };
        for name in path {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(absolute.pop()),
                name => absolute.push(name.to_owned()),
            }
        }
        absolute
    }
}

/// The rings: each a set of names of which every one leads to every other.
pub(super) fn rings(arrows: &Arrows) -> Vec<BTreeSet<&str>> {
    let names: BTreeSet<&str> = arrows.keys().flat_map(|(from, to)| [from.as_str(), to.as_str()]).collect();
    let reached: BTreeMap<&str, BTreeSet<&str>> = names.iter().map(|name| (*name, reached(arrows, name))).collect();
    let mut rings: Vec<BTreeSet<&str>> = Vec::new();
    for name in names {
        let ring: BTreeSet<&str> = reached[name].iter().copied().filter(|other| reached[other].contains(name)).collect();
        if !ring.is_empty() && !rings.contains(&ring) {
            rings.push(ring);
        }
    }
    rings
}

/// All that a name leads to, itself only where it stands in a ring.
fn reached<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(name) = waiting.pop() {
        for (_, to) in arrows.keys().filter(|(from, _)| from == name) {
            if found.insert(to.as_str()) {
                waiting.push(to);
            }
        }
    }
    found
}
