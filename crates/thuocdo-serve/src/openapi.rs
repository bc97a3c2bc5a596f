//! The `OpenAPI` document, made from the routes and the library's schemas.

use serde_json::{Map, Value, json};
use thuocdo::schema::assessment_for;
use thuocdo::{Framework, Lang};
use thuocdo_practice::schema::schema;

use crate::reply::{JSON, LINES, METRICS, WORDS};
use crate::routes::{FRAMEWORK, REQUEST, Route, Work};

/// The name of the schema of a line that is refused.
const REFUSED_LINE: &str = "refused_line";

const COMPONENTS: &str = "#/components/schemas/";

thuocdo::sentences! {
    /// What the document says of requests and answers.
    enum Say {
        Framework: "Toàn bộ bộ chỉ số", "The whole framework";
        Health: "Bộ chỉ số đang dùng để chấm", "Which framework it scores by";
        Metrics: "Số liệu vận hành cho Prometheus", "What was counted, for Prometheus";
        NoSuchFramework: "Không có bộ chỉ số này", "There is no such framework";
        NotJson: "Nội dung không phải là JSON, hoặc tham số lạ", "The body is not JSON, or a parameter is unknown";
        Refused: "Nội dung có lỗi; tất cả các lỗi được liệt kê", "Something is wrong, all of which is listed";
        TooBusy: "Đang quá tải; hãy thử lại", "Too busy; try again";
        TooLarge: "Nội dung quá lớn", "The body is too large";
        TooSlow: "Nội dung gửi đến quá chậm", "The body came too slowly";
        UnknownParameter: "Tham số lạ", "An unknown parameter";
        WhichFramework: "Mã hoặc mã băm của bộ chỉ số; nếu không có: bộ mà máy chủ đang dùng", "Id or digest of a framework; else the one of the server";
    }
}

impl Say {
    /// The sentence with its stop.
    fn whole(self, lang: Lang) -> String {
        format!("{}.", self.template(lang))
    }
}

/// `OpenAPI` 3.1, whose schemas are JSON Schema 2020-12, as ours are.
pub(crate) fn document(routes: &[Route], framework: &Framework, lang: Lang) -> String {
    let mut paths: Map<String, Value> = routes.iter().map(|route| (format!("/{}", route.name), json!({ "post": operation(route, lang) }))).collect();
    for (path, about, kind, schema) in [
        ("/health", Say::Health, JSON, component("scorecard.FrameworkMark")),
        ("/framework", Say::Framework, JSON, component("framework")),
        ("/metrics", Say::Metrics, METRICS, component("words")),
    ] {
        let ok = json!({ "description": about.whole(lang), "content": content(kind, &schema) });
        let refused = json!({ "description": Say::NoSuchFramework.whole(lang), "content": content(JSON, &component("refusal")) });
        let get = json!({ "summary": about.whole(lang), "parameters": parameters(lang), "responses": { "200": ok, "400": bad_query(lang), "422": refused } });
        paths.insert(path.to_owned(), json!({ "get": get }));
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": framework.title.get(lang), "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "schemas": schemas(routes, framework, lang) },
    })
    .to_string()
}

fn operation(route: &Route, lang: Lang) -> Value {
    let lines = matches!(route.work, Work::Lines(_));
    let about = lang.pick(route.about.each_ref()).as_str();
    let failed = |about: Say| json!({ "description": about.whole(lang), "content": content(JSON, &component("error")) });
    let refused = |about: Say| json!({ "description": about.whole(lang), "content": content(JSON, &component("refusal")) });
    // OpenAPI 3.1 has no word for the schema of a line. What a line of an answer may be besides, is a refusal with the line's number.
    let of_lines =
        |name: &str| json!({ LINES: { "schema": { "type": "string" }, "x-line-schema": { "anyOf": [component(name), component(REFUSED_LINE)] } } });
    let mut given = if lines { of_lines(route.gives) } else { content(JSON, &component(route.gives)) };
    if let Work::One(_, Some(_)) = route.work {
        given[WORDS] = json!({ "schema": component("words") });
    }
    let taken = if lines { of_lines(route.takes) } else { content(JSON, &component(route.takes)) };
    let mut responses = json!({
        "200": { "description": about, "content": given },
        "408": failed(Say::TooSlow),
        "413": refused(Say::TooLarge),
        "422": refused(Say::Refused),
        "429": failed(Say::TooBusy),
    });
    // What is no JSON is `violations` too. A bad line is refused by a line of the answer, and spoils no other.
    responses["400"] = json!({
        "description": Say::NotJson.whole(lang),
        "content": { JSON: { "schema": { "anyOf": [component("refusal"), component("error")] } } },
    });
    json!({
        "summary": about,
        "parameters": parameters(lang),
        "requestBody": { "required": true, "content": taken },
        "responses": responses,
    })
}

fn parameters(lang: Lang) -> Value {
    json!([
        { "name": "Accept-Language", "in": "header", "schema": { "type": "string" }, "example": lang.as_str() },
        { "name": FRAMEWORK, "in": "query", "description": Say::WhichFramework.whole(lang), "schema": { "type": "string" } },
    ])
}

fn bad_query(lang: Lang) -> Value {
    json!({ "description": Say::UnknownParameter.whole(lang), "content": content(JSON, &component("error")) })
}

fn content(kind: &str, schema: &Value) -> Value {
    json!({ kind: { "schema": schema } })
}

fn component(name: &str) -> Value {
    json!({ "$ref": format!("{COMPONENTS}{name}") })
}

/// The library's schemas, and those of this service.
fn schemas(routes: &[Route], framework: &Framework, lang: Lang) -> Map<String, Value> {
    let mut all = Map::new();
    let own = [
        ("assessment", assessment_for(framework, lang)),
        ("error", json!({ "type": "object", "properties": { "error": { "type": "string" } }, "required": ["error"] })),
        ("explanation", json!({ "type": "object", "properties": { "groups": { "type": "array" } }, "required": ["groups"] })),
        ("level", json!({ "type": "integer", "minimum": 1 })),
        (
            "level_request",
            json!({
                "type": "object",
                "properties": { "group": { "type": "string" }, "points": { "type": "number" } },
                "required": ["group", "points"],
                "additionalProperties": false,
            }),
        ),
        (REQUEST, json!({ "type": "object", "description": "docs/PRACTICE.md" })),
        ("words", json!({ "type": "string" })),
    ];
    let mut refused_line = schema("refusal").unwrap_or_default();
    refused_line["properties"]["line"] = json!({ "type": "integer", "minimum": 1 });
    refused_line["required"] = json!(["line", "violations"]);
    add(&mut all, REFUSED_LINE, refused_line);
    let named = routes.iter().flat_map(|route| [route.takes, route.gives]).chain(["framework", "refusal"]);
    for (name, schema) in own.into_iter().chain(named.filter_map(|name| Some((name, schema(name)?)))) {
        if !all.contains_key(name) {
            add(&mut all, name, schema);
        }
    }
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
