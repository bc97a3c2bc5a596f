//! Plans and what-if results as reports in words.

use super::words::Say;
use super::{Choice, GroupPlan, MissingAnswers, Plan, Raise, Reach, Unlocated, WhatIf};
use crate::explain::Words;
use crate::framework::{Framework, Group, Rule};
use crate::points::Points;
use crate::range::{Level, Range};
use crate::scorecard::ConditionState;
use crate::text::{Column, Lang, Report};

impl Plan {
    /// The plan in words: the conditions to settle first, the raises, the room of each indicator, and how missing answers would settle the
    /// level.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        let tell = Tell { framework, lang };
        for plan in &self.groups {
            if let Some(group) = framework.group(&plan.code) {
                tell.group(group, plan, self.step, &mut report);
            }
        }
        report
    }
}

impl Plan {
    /// The plan as what to do: conditions first, then what to raise, criterion by criterion, with the evidence that shows it. A group that is
    /// at its target already and has no open condition is left out.
    pub fn actions(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        let tell = Tell { framework, lang };
        let is_open = |plan: &&GroupPlan| plan.reach != Reach::Reached || !plan.conditions.is_empty();
        for plan in self.groups.iter().filter(is_open) {
            if let Some(group) = framework.group(&plan.code) {
                tell.actions(group, plan, self.step, &mut report);
            }
        }
        if report.blocks.is_empty() {
            report.line(Say::NothingToDo.template(lang));
        } else if self.groups.iter().flat_map(|plan| &plan.fewest.raises).any(|raise| framework.evidence_for(&raise.code, lang).is_none()) {
            report.title(Say::EvidenceElsewhere.template(lang));
        }
        report
    }
}

impl WhatIf {
    /// The result in words: points and levels before and after, the changes that cause them, and the blockers of recognition that remain.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        Tell { framework, lang }.what_if(self, &mut report);
        report
    }
}

#[derive(Clone, Copy)]
struct Tell<'a> {
    framework: &'a Framework,
    lang: Lang,
}

impl Tell<'_> {
    fn say(&self, say: Say) -> &'static str {
        say.template(self.lang)
    }

    fn points(&self, points: Points) -> String {
        points.text(self.lang)
    }

    fn level(&self, level: Level) -> String {
        self.levels(Range::exact(level))
    }

    fn levels(&self, level: Range<Level>) -> String {
        Words::new(self.framework, self.lang).level(level)
    }

    fn range(&self, range: Range<Points>) -> String {
        range.text(|points| self.points(points))
    }

    fn title(&self, code: &str) -> String {
        self.framework.indicator(code).map(|indicator| indicator.title.get(self.lang).to_owned()).unwrap_or_default()
    }

    /// Where the group stands, and how far the target is.
    fn head(&self, group: &Group, plan: &GroupPlan, step: Points, report: &mut Report) {
        let lang = self.lang;
        report.title(group.heading(lang));
        report.line(Say::Goal.say(lang, &[("now", &self.level(plan.level.low)), ("target", &self.level(plan.target))]));
        report.line(match plan.reach {
            Reach::Reached => self.say(Say::Reached).to_owned(),
            Reach::Open => Say::Needed.say(lang, &[("points", &self.points(plan.needed)), ("step", &self.points(step))]),
            Reach::OutOfReach => self.out_of_reach(Say::OutOfReach, &plan.fewest),
        });
    }

    fn group(&self, group: &Group, plan: &GroupPlan, step: Points, report: &mut Report) {
        self.head(group, plan, step, report);
        if plan.reach != Reach::Reached {
            report.lines(self.unlocated(plan));
        }
        self.conditions(group, plan, report);
        self.choices(plan, report, |choice, report| self.choice(choice, plan, report));
        self.room(plan, report);
        if let Some(missing) = &plan.missing {
            self.missing(missing, report);
        }
    }

    fn actions(&self, group: &Group, plan: &GroupPlan, step: Points, report: &mut Report) {
        self.head(group, plan, step, report);
        if plan.reach == Reach::OutOfReach {
            report.lines(self.unlocated(plan));
        }
        self.conditions(group, plan, report);
        if let Some(missing) = &plan.missing {
            self.missing(missing, report);
        }
        self.choices(plan, report, |choice, report| self.raises(group, choice, plan, report));
    }

    /// What to raise, below the title of each criterion.
    fn raises(&self, group: &Group, choice: &Choice, plan: &GroupPlan, report: &mut Report) {
        let lang = self.lang;
        for criterion in &group.criteria {
            let raises = choice.raises.iter().filter(|raise| criterion.indicators.iter().any(|indicator| indicator.code == raise.code));
            let mut raises = raises.peekable();
            if raises.peek().is_none() {
                continue;
            }
            report.line(Say::Criterion.say(lang, &[("code", &criterion.code), ("title", &criterion.title.get(lang))]));
            report.lines(criterion.evidence.as_ref().map(|list| Say::CriterionShownBy.say(lang, &[("evidence", &list.text.get(lang))])));
            for raise in raises {
                let indicator = criterion.indicators.iter().find(|indicator| indicator.code == raise.code);
                let max = indicator.map(|indicator| self.points(indicator.max)).unwrap_or_default();
                let (from, to) = self.ends(raise, plan);
                let title = self.title(&raise.code);
                report.line(Say::Raise.say(lang, &[("code", &raise.code), ("title", &title), ("from", &from), ("to", &to), ("max", &max)]));
                let rule = indicator.and_then(|indicator| indicator.required_evidence.as_ref());
                report.lines(rule.map(|rule| Say::ShownBy.say(lang, &[("evidence", &rule.text(lang))])));
            }
        }
    }

    /// The mandatory conditions to settle.
    fn conditions(&self, group: &Group, plan: &GroupPlan, report: &mut Report) {
        if !plan.conditions.is_empty() {
            report.title(self.say(Say::HeadConditions));
        }
        for condition in &plan.conditions {
            let title = group.conditions.iter().find(|of| of.code == condition.code).map_or("", |of| of.title.get(self.lang));
            let say = if condition.state == ConditionState::Unmet { Say::ConditionUnmet } else { Say::ConditionUnknown };
            report.line(say.say(self.lang, &[("code", &condition.code), ("title", &title)]));
            let evidence = self.framework.evidence_for(&condition.code, self.lang);
            report.lines(evidence.map(|evidence| Say::ShownBy.say(self.lang, &[("evidence", &evidence)])));
        }
    }

    /// The choice of the fewest raises; and that of the least effort, if the goal has efforts.
    fn choices(&self, plan: &GroupPlan, report: &mut Report, tell: impl Fn(&Choice, &mut Report)) {
        if !plan.fewest.raises.is_empty() {
            let (count, points) = (plan.fewest.raises.len(), self.points(plan.fewest.points));
            report.title(Say::HeadFewest.say(self.lang, &[("count", &count), ("points", &points)]));
            tell(&plan.fewest, report);
        }
        match &plan.cheapest {
            Some(cheapest) if !cheapest.raises.is_empty() => {
                let (count, points) = (cheapest.raises.len(), self.points(cheapest.points));
                let effort = cheapest.effort.unwrap_or_default();
                report.title(Say::HeadCheapest.say(self.lang, &[("effort", &effort), ("count", &count), ("points", &points)]));
                tell(cheapest, report);
            }
            Some(cheapest) if cheapest.lacking > Points::ZERO && plan.reach == Reach::Open => {
                report.title(self.say(Say::HeadCheapestNone));
                report.line(self.out_of_reach(Say::CheapestOutOfReach, cheapest));
            }
            _ => {}
        }
    }

    /// The points now, and those to reach.
    fn ends(&self, raise: &Raise, plan: &GroupPlan) -> (String, String) {
        let is_missing = plan.missing.iter().flat_map(|missing| &missing.answers).any(|answer| answer.code == raise.code);
        let rule = self.framework.indicator(&raise.code).map(|indicator| self.framework.rule_of(indicator));
        let from = if is_missing { self.say(Say::Unanswered).to_owned() } else { self.points(raise.from) };
        let to = self.points(raise.to);
        (from, if rule == Some(&Rule::Share) { Say::AtLeast.say(self.lang, &[("points", &to)]) } else { to })
    }

    /// The points that the plan leaves out because no source locates them, and whether the target needs them.
    fn unlocated(&self, plan: &GroupPlan) -> Vec<String> {
        let all = plan.unlocated.iter().fold(Points::ZERO, |all, of| all.saturating_add(of.points));
        let say = if plan.reach == Reach::OutOfReach && all >= plan.fewest.lacking { Say::WithUnlocated } else { Say::Unlocated };
        let target = self.level(plan.target);
        let line = |of: &Unlocated| say.say(self.lang, &[("code", &of.code), ("points", &self.points(of.points)), ("target", &target)]);
        plan.unlocated.iter().map(line).collect()
    }

    fn out_of_reach(&self, say: Say, choice: &Choice) -> String {
        say.say(self.lang, &[("points", &self.points(choice.lacking)), ("level", &self.level(choice.level))])
    }

    fn choice(&self, choice: &Choice, plan: &GroupPlan, report: &mut Report) {
        let rows = choice.raises.iter().map(|raise| {
            let (from, to) = self.ends(raise, plan);
            vec![raise.code.to_string(), self.title(&raise.code), from, to]
        });
        let head = [Column::text(self.say(Say::Code)), Column::text(self.say(Say::Title))];
        report.table([head, [Column::number(self.say(Say::From)), Column::number(self.say(Say::To))]].concat(), rows);
    }

    fn room(&self, plan: &GroupPlan, report: &mut Report) {
        if plan.room.is_empty() {
            return;
        }
        report.title(self.say(Say::HeadRoom));
        let rows =
            plan.room.iter().map(|room| vec![room.code.to_string(), self.title(&room.code), self.points(room.points), room.level_alone.to_string()]);
        let head = [Column::text(self.say(Say::Code)), Column::text(self.say(Say::Title))];
        report.table([head, [Column::number(self.say(Say::Adds)), Column::number(self.say(Say::LevelAlone))]].concat(), rows);
    }

    fn missing(&self, missing: &MissingAnswers, report: &mut Report) {
        let lang = self.lang;
        report.title(self.say(Say::HeadMissing));
        let list: Vec<String> = missing
            .answers
            .iter()
            .map(|answer| Say::MissingAnswer.say(lang, &[("code", &answer.code), ("points", &self.points(answer.points))]))
            .collect();
        report.line(Say::MissingAnswers.say(lang, &[("list", &list.join(", "))]));
        for possible in &missing.levels {
            let say = if possible.points == Points::ZERO { Say::PossibleAlready } else { Say::PossibleLevel };
            report.line(say.say(lang, &[("level", &self.level(possible.level)), ("points", &self.points(possible.points))]));
        }
    }

    fn what_if(&self, what_if: &WhatIf, report: &mut Report) {
        report.title(self.say(Say::Levels));
        let before_and_after = || [Column::text(self.say(Say::Before)), Column::text(self.say(Say::After))];
        let side = |score: Range<Points>, level: Range<Level>| format!("{} — {}", self.range(score), self.levels(level));
        let groups = what_if
            .groups
            .iter()
            .map(|group| vec![group.code.to_string(), side(group.score.before, group.level.before), side(group.score.after, group.level.after)]);
        let overall = vec![self.say(Say::Overall).to_owned(), self.levels(what_if.overall.before), self.levels(what_if.overall.after)];
        let mut columns = vec![Column::text(self.say(Say::GroupColumn))];
        columns.extend(before_and_after());
        report.table(columns, groups.chain([overall]));
        if what_if.indicators.is_empty() && what_if.conditions.is_empty() {
            report.line(self.say(Say::Nothing));
        }
        if !what_if.indicators.is_empty() {
            report.title(self.say(Say::Changed));
        }
        let rows = what_if.indicators.iter().map(|change| {
            let (before, after) = (self.range(change.score.before), self.range(change.score.after));
            vec![change.code.to_string(), self.title(&change.code), before, after, change.difference.signed(self.lang)]
        });
        let columns = [
            Column::text(self.say(Say::Code)),
            Column::text(self.say(Say::Title)),
            Column::number(self.say(Say::Before)),
            Column::number(self.say(Say::After)),
            Column::number(self.say(Say::Difference)),
        ];
        report.table(columns, rows);
        if !what_if.conditions.is_empty() {
            report.title(self.say(Say::ChangedConditions));
        }
        let rows = what_if.conditions.iter().map(|change| {
            let title = self.framework.condition(&change.code).map(|condition| condition.title.get(self.lang).to_owned()).unwrap_or_default();
            vec![change.code.to_string(), title, self.state(change.state.before).to_owned(), self.state(change.state.after).to_owned()]
        });
        let mut columns = vec![Column::text(self.say(Say::Code)), Column::text(self.say(Say::Condition))];
        columns.extend(before_and_after());
        report.table(columns, rows);
        self.recognition(what_if, report);
    }

    fn state(&self, state: ConditionState) -> &'static str {
        self.say(match state {
            ConditionState::Met => Say::Met,
            ConditionState::Unmet => Say::Unmet,
            ConditionState::Unknown => Say::Unknown,
        })
    }

    fn recognition(&self, what_if: &WhatIf, report: &mut Report) {
        report.title(self.say(Say::Recognition));
        let level = what_if.overall.after.low;
        report.line(match what_if.eligible.after {
            true if level > Level::new(1) => self.say(Say::Eligible).to_owned(),
            true => Say::EligibleLowest.say(self.lang, &[("level", &self.level(level))]),
            false => self.say(Say::NotEligible).to_owned(),
        });
        let words = Words::new(self.framework, self.lang);
        for (say, blockers) in [(Say::Gone, &what_if.blockers_gone), (Say::Added, &what_if.blockers_added)] {
            report.lines(blockers.iter().map(|blocker| {
                let what = words.blocker(blocker.code, &blocker.at, &blocker.group);
                say.say(self.lang, &[("what", &what)])
            }));
        }
    }
}
