//! A blank assessment in JSON: every code, with `null` for a missing answer.

use thuocdo::Framework;

/// The form. Codes and ids have no character that JSON escapes.
pub fn blank(framework: &Framework) -> String {
    let nulls = |codes: Vec<&str>| {
        let lines: Vec<String> = codes.iter().map(|code| format!("\n    \"{code}\": null")).collect();
        if lines.is_empty() { String::new() } else { lines.join(",") + "\n  " }
    };
    let conditions = nulls(framework.conditions().map(|condition| &*condition.code).collect());
    let answers = nulls(framework.indicators().map(|indicator| &*indicator.code).collect());
    format!(
        r#"{{
  "framework": "{}",
  "institution": {{
    "code": null,
    "name": null,
    "type": null
  }},
  "period": null,
  "stream": null,
  "assessed_on": null,
  "conditions": {{{conditions}}},
  "answers": {{{answers}}}
}}
"#,
        framework.id
    )
}
