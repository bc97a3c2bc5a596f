//! Plans in words.

use thuocdo::text::Column;
use thuocdo::{Lang, Report};

use super::result::{OwnPlan, OwnPlans, Task};
use super::words::Say;

impl OwnPlans {
    /// The plans in words: of one institution every task; of several whom there is a plan for, and from which day to which.
    pub fn report(&self, lang: Lang) -> Report {
        let word = |say: Say| say.template(lang);
        let mut report = Report::default();
        report.title(word(Say::Title));
        report.line(Say::About.say(lang, &[("period", &self.period), ("deadline", &self.deadline.text(lang))]));
        if let [plan] = self.plans.as_slice() {
            report.line(plan.named());
            let rows = plan.tasks.iter().map(|task| {
                let [from, until] = [task.from, task.until].map(|day| day.text(lang));
                vec![task.part(lang), task.what.clone(), task.persons.join("; "), from, until]
            });
            report.table([Say::Part, Say::What, Say::Persons, Say::From, Say::Until].map(|title| Column::text(word(title))), rows);
        } else {
            report.line(Say::Count.say(lang, &[("count", &self.plans.len())]));
            let rows = self.plans.iter().map(|plan| {
                let day = |task: Option<&Task>, day: fn(&Task) -> thuocdo::Date| task.map(|task| day(task).text(lang)).unwrap_or_default();
                let days = [day(plan.tasks.first(), |task| task.from), day(plan.tasks.last(), |task| task.until)];
                [vec![plan.code.clone().unwrap_or_default(), plan.name.clone().unwrap_or_default()], days.to_vec()].concat()
            });
            report.table([Say::Code, Say::Name, Say::From, Say::Until].map(|title| Column::text(word(title))), rows);
        }
        report.line(word(Say::Rule));
        report
    }
}

impl OwnPlan {
    /// Code and name.
    fn named(&self) -> String {
        let parts: Vec<&str> = [&self.code, &self.name].into_iter().flatten().map(String::as_str).collect();
        parts.join(" ")
    }
}
