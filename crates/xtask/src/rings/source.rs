//! One crate as modules, each with what it defines, imports and names. Tests (`#[cfg(test)]`) and comments are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The names from the root of the crate to a module: `["output", "csv"]`. The root has none.
pub(super) type ModulePath = Vec<String>;

/// A name that code uses, as it is written: `crate::words::Word`.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) path: Vec<String>,
    pub(super) line: usize,
}

/// One import of one name.
#[derive(Debug)]
pub(super) struct Import {
    /// The name by which the module knows it, or `*`.
    pub(super) name: String,
    pub(super) of: Named,
    /// Whether other modules may take it from here (`pub use`).
    pub(super) is_public: bool,
}

/// One module.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) file: PathBuf,
    /// The module of the file: another one where this module stands inside a file.
    pub(super) file_path: ModulePath,
    pub(super) imports: Vec<Import>,
    /// Paths of two names and more outside of imports.
    pub(super) paths: Vec<Named>,
    /// Every single name outside of imports.
    pub(super) mentioned: BTreeSet<String>,
    pub(super) defined: BTreeSet<String>,
    children: Vec<String>,
}

/// One crate.
#[derive(Debug, Default)]
pub(super) struct Crate {
    pub(super) modules: BTreeMap<ModulePath, Module>,
    /// Where each macro is defined that stands at the root of the crate (`#[macro_export]`).
    pub(super) macros: BTreeMap<String, ModulePath>,
}

impl Crate {
    /// Reads the file of the root and, from there, each file that a `mod` names.
    pub(super) fn read(root: &Path, text_of: &dyn Fn(&Path) -> Option<String>) -> Result<Crate, String> {
        let mut read = Crate::default();
        let mut waiting = vec![(Vec::new(), root.to_owned())];
        while let Some((path, file)) = waiting.pop() {
            let text = text_of(&file).ok_or_else(|| format!("{}: no such file", file.display()))?;
            let tokens: TokenStream = text.parse().map_err(|error| format!("{}: {error}", file.display()))?;
            let module = Module { file: file.clone(), file_path: path.clone(), ..Module::default() };
            read.module(path.clone(), module, tokens);
            let folder = if path.is_empty() || file.ends_with("mod.rs") { file.with_file_name("") } else { file.with_extension("") };
            for child in read.modules.get(&path).map(|module| module.children.clone()).unwrap_or_default() {
                let places = [folder.join(format!("{child}.rs")), folder.join(&child).join("mod.rs")];
                let found = places.into_iter().find(|place| text_of(place).is_some());
                waiting.push((joined(&path, &child), found.ok_or_else(|| format!("{}: `mod {child}` has no file", file.display()))?));
            }
        }
        Ok(read)
    }

    fn module(&mut self, path: ModulePath, mut module: Module, tokens: TokenStream) {
        self.tokens(&path, &mut module, tokens);
        self.modules.insert(path, module);
    }

    fn tokens(&mut self, path: &ModulePath, module: &mut Module, stream: TokenStream) {
        let mut tokens = Tokens::of(stream);
        let (mut is_public, mut is_exported) = (false, false);
        while let Some(token) = tokens.next() {
            match token {
                // A lifetime, whose name may be a keyword.
                TokenTree::Punct(mark) if mark.as_char() == '\'' => drop(tokens.next()),
                TokenTree::Punct(mark) if mark.as_char() == '#' => match attribute(&mut tokens) {
                    Attribute::Test => skip_item(&mut tokens),
                    Attribute::MacroExport => is_exported = true,
                    Attribute::Other => {}
                },
                TokenTree::Group(group) => self.tokens(path, module, group.stream()),
                TokenTree::Ident(word) if word == "pub" => {
                    is_public = true;
                    // `pub(crate)`: how far it is visible makes no difference here.
                    tokens.next_if(|next| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis));
                }
                TokenTree::Ident(word) => {
                    let line = word.span().start().line;
                    match word.to_string().as_str() {
                        "use" => {
                            let mut found = Vec::new();
                            use_tree(&mut tokens, &[], &mut found);
                            module.imports.extend(found.into_iter().map(|(name, path)| Import { name, of: Named { path, line }, is_public }));
                        }
                        "mod" => self.inner(path, module, &mut tokens),
                        "macro_rules" => {
                            tokens.next();
                            if let Some(name) = tokens.next().as_ref().and_then(ident) {
                                if is_exported {
                                    self.macros.insert(name.clone(), path.clone());
                                }
                                module.defined.insert(name);
                            }
                        }
                        "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union" => {
                            module.defined.extend(tokens.peek(0).and_then(ident));
                        }
                        first => match tokens.path_from(first).as_slice() {
                            [one] => drop(module.mentioned.insert(one.clone())),
                            several => module.paths.push(Named { path: several.to_vec(), line }),
                        },
                    }
                    (is_public, is_exported) = (false, false);
                }
                _ => {}
            }
        }
    }

    /// `mod name;` or `mod name { … }`.
    fn inner(&mut self, path: &ModulePath, module: &mut Module, tokens: &mut Tokens) {
        let Some(name) = tokens.next().as_ref().and_then(ident) else { return };
        match tokens.next() {
            Some(TokenTree::Group(body)) => {
                let inner = Module { file: module.file.clone(), file_path: module.file_path.clone(), ..Module::default() };
                self.module(joined(path, &name), inner, body.stream());
            }
            _ => module.children.push(name),
        }
    }
}

/// The tokens between two brackets, read one by one.
struct Tokens {
    all: Vec<TokenTree>,
    next: usize,
}

impl Tokens {
    fn of(stream: TokenStream) -> Tokens {
        Tokens { all: stream.into_iter().collect(), next: 0 }
    }

    fn next(&mut self) -> Option<TokenTree> {
        self.next += 1;
        self.all.get(self.next - 1).cloned()
    }

    fn next_if(&mut self, is_wanted: impl Fn(&TokenTree) -> bool) -> Option<TokenTree> {
        if self.peek(0).is_some_and(is_wanted) { self.next() } else { None }
    }

    fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.all.get(self.next + ahead)
    }

    /// A path, of which the first name is read already.
    fn path_from(&mut self, first: &str) -> Vec<String> {
        let mut path = vec![first.to_owned()];
        while let [Some(one), Some(two), Some(name)] = [self.peek(0), self.peek(1), self.peek(2)]
            && is_mark(one, ':')
            && is_mark(two, ':')
            && let Some(name) = ident(name)
        {
            path.push(name);
            self.next += 3;
        }
        path
    }
}

enum Attribute {
    Test,
    MacroExport,
    Other,
}

/// What stands behind `#`.
fn attribute(tokens: &mut Tokens) -> Attribute {
    let Some(TokenTree::Group(brackets)) = tokens.next_if(|next| matches!(next, TokenTree::Group(_))) else { return Attribute::Other };
    let mut inside = Tokens::of(brackets.stream());
    match (inside.next().as_ref().and_then(ident).as_deref(), inside.next()) {
        (Some("cfg"), Some(TokenTree::Group(when))) if asks_for_tests(when.stream()) => Attribute::Test,
        (Some("macro_export"), _) => Attribute::MacroExport,
        _ => Attribute::Other,
    }
}

/// Whether `test` stands inside of `cfg(…)`, but not inside of `not(…)`.
fn asks_for_tests(when: TokenStream) -> bool {
    let mut is_negated = false;
    when.into_iter().any(|token| match token {
        TokenTree::Ident(word) => {
            is_negated = word == "not";
            word == "test"
        }
        TokenTree::Group(group) => !is_negated && asks_for_tests(group.stream()),
        _ => false,
    })
}

/// Skips an item, which ends with a semicolon or with its braces.
fn skip_item(tokens: &mut Tokens) {
    while let Some(token) = tokens.next() {
        let is_body = matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if is_body || is_mark(&token, ';') {
            return;
        }
    }
}

/// Reads one import up to its comma or semicolon: of `a::{b, c as d}` it finds `b` for `a::b` and `d` for `a::c`.
fn use_tree(tokens: &mut Tokens, above: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let mut path = above.to_vec();
    let mut name = None;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let mut inside = Tokens::of(group.stream());
                while inside.peek(0).is_some() {
                    use_tree(&mut inside, &path, found);
                }
                // What follows is the comma or the semicolon.
                tokens.next();
                return;
            }
            TokenTree::Ident(word) if word == "as" => name = tokens.next().as_ref().and_then(ident),
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Punct(mark) if mark.as_char() == '*' => name = Some("*".to_owned()),
            TokenTree::Punct(mark) if matches!(mark.as_char(), ',' | ';') => break,
            _ => {}
        }
    }
    // `a::{self}` is `a`.
    path.pop_if(|last| last == "self" && !above.is_empty());
    found.extend(name.or_else(|| path.last().cloned()).map(|name| (name, path)));
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn ident(token: &TokenTree) -> Option<String> {
    if let TokenTree::Ident(word) = token { Some(word.to_string()) } else { None }
}

pub(super) fn joined(path: &[String], name: &str) -> ModulePath {
    [path, &[name.to_owned()]].concat()
}
