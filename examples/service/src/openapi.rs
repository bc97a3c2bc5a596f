//! The `OpenAPI` document, made from the routes and the library's schemas.

use serde_json::{Map, Value, json};
use thuocdo::schema::{assessment_for, schema};
use thuocdo::{Framework, Lang};

use crate::routes::{JSON, LINES, ROUTES, Route, Size};

const COMPONENTS: &str = "#/components/schemas/";

/// `OpenAPI` 3.1, whose schemas are JSON Schema 2020-12, as ours are.
pub(crate) fn document(framework: &Framework, lang: Lang) -> String {
    let mut paths: Map<String, Value> = ROUTES.iter().map(|route| (route.path.to_owned(), json!({ "post": operation(route, lang) }))).collect();
    let health = ["Bộ chỉ số đang dùng để chấm.", "Which framework it scores by."];
    let ok = json!({ "description": lang.pick(health), "content": { JSON: { "schema": component("scorecard.FrameworkMark") } } });
    paths.insert("/health".to_owned(), json!({ "get": { "summary": lang.pick(health), "responses": { "200": ok } } }));
    json!({
        "openapi": "3.1.0",
        "info": { "title": framework.title.get(lang), "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "schemas": schemas(framework, lang) },
    })
    .to_string()
}

fn operation(route: &Route, lang: Lang) -> Value {
    let content = |(kind, name): (&str, &str)| match kind {
        // OpenAPI 3.1 has no word for the schema of a line. What a line of an answer may be besides, is a refusal with the line's number.
        LINES => json!({ kind: { "schema": { "type": "string" }, "x-line-schema": { "anyOf": [component(name), component("refusal")] } } }),
        _ => json!({ kind: { "schema": component(name) } }),
    };
    let about = lang.pick(route.about);
    let refused = |about: &str| json!({ "description": about, "content": content((JSON, "refusal")) });
    let failed = |about: &str| json!({ "description": about, "content": content((JSON, "error")) });
    let mut responses = json!({
        "200": { "description": about, "content": content(route.gives) },
        "408": failed(lang.pick(["Nội dung gửi đến quá chậm.", "The body came too slowly."])),
        "413": refused(lang.pick(["Nội dung quá lớn.", "The body is too large."])),
        "503": failed(lang.pick(["Đang quá tải; hãy thử lại.", "Too busy; try again."])),
    });
    // A bad line is refused by a line of the answer, and spoils no other.
    if let Size::One = route.size {
        responses["400"] = refused(lang.pick(["Nội dung không phải là JSON.", "The body is not JSON."]));
        responses["422"] = refused(lang.pick(["Nội dung có lỗi; tất cả các lỗi được liệt kê.", "Something is wrong, all of which is listed."]));
    }
    let language = json!({ "name": "Accept-Language", "in": "header", "schema": { "type": "string" }, "example": lang.as_str() });
    json!({
        "summary": about,
        "parameters": [language],
        "requestBody": { "required": true, "content": content(route.takes) },
        "responses": responses,
    })
}

fn component(name: &str) -> Value {
    json!({ "$ref": format!("{COMPONENTS}{name}") })
}

/// The library's schemas, and those of this service.
fn schemas(framework: &Framework, lang: Lang) -> Map<String, Value> {
    let mut all = Map::new();
    let own = [("assessment", assessment_for(framework, lang))];
    let named = ["levels", "plan", "plan_request", "refusal", "scorecard"].into_iter().filter_map(|name| Some((name, schema(name)?)));
    own.into_iter().chain(named).for_each(|(name, schema)| add(&mut all, name, schema));
    all.insert("error".to_owned(), json!({ "type": "object", "properties": { "error": { "type": "string" } }, "required": ["error"] }));
    all.insert("words".to_owned(), json!({ "type": "string" }));
    all
}

/// Takes a schema in. In `OpenAPI` the parts of a schema stand beside it, so `#/$defs/Level` of the scorecard becomes `scorecard.Level`.
fn add(all: &mut Map<String, Value>, name: &str, mut schema: Value) {
    let parts = schema.as_object_mut().and_then(|schema| {
        schema.remove("$schema");
        schema.remove("$defs")
    });
    if let Some(Value::Object(parts)) = parts {
        for (part, mut schema) in parts {
            refer(&mut schema, name);
            all.insert(format!("{name}.{part}"), schema);
        }
    }
    refer(&mut schema, name);
    all.insert(name.to_owned(), schema);
}

fn refer(schema: &mut Value, name: &str) {
    match schema {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(target) if key == "$ref" => *target = target.replace("#/$defs/", &format!("{COMPONENTS}{name}.")),
                    _ => refer(value, name),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| refer(value, name)),
        _ => {}
    }
}
