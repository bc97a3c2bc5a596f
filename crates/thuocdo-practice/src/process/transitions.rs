//! Which act leads from which state to which, and who may do it.

thuocdo::words! {
    /// What is done with a case.
    #[derive(Default)]
    pub enum Act {
        /// The work is planned.
        #[default]
        Plan = "plan" ("lập kế hoạch", "plan"),
        /// The institution assesses itself (tự đánh giá).
        SelfAssess = "self_assess" ("tự đánh giá", "self-assess"),
        /// The head of the institution approves the self-assessment (phê duyệt).
        Approve = "approve" ("phê duyệt kết quả tự đánh giá", "approve the self-assessment"),
        /// The self-assessment is reported to the managing authority (báo cáo).
        Report = "report" ("báo cáo kết quả tự đánh giá", "report the self-assessment"),
        /// The authority returns the report for more (trả lại để bổ sung).
        Return = "return" ("trả lại để bổ sung", "return for more"),
        /// The authority assesses (đánh giá ngoài).
        ExternallyAssess = "externally_assess" ("đánh giá ngoài", "assess externally"),
        /// The authority recognises the level (công nhận).
        Recognise = "recognise" ("công nhận mức độ", "recognise the level"),
        /// The authority publishes the level (công bố).
        Publish = "publish" ("công bố kết quả", "publish the level"),
        /// The case ends without a level, or the level is taken back (rút, thu hồi).
        Withdraw = "withdraw" ("rút hồ sơ hoặc thu hồi kết quả", "withdraw"),
    }
}

thuocdo::words! {
    /// Where a case stands. Before its first event it is in none of these.
    #[derive(Default)]
    pub enum State {
        /// The work is planned.
        #[default]
        Planned = "planned" ("đã lập kế hoạch", "planned"),
        /// The institution has assessed itself.
        SelfAssessed = "self_assessed" ("đã tự đánh giá", "self-assessed"),
        /// The head has approved the self-assessment.
        Approved = "approved" ("thủ trưởng đã phê duyệt", "approved by the head"),
        /// The authority has the report.
        Reported = "reported" ("đã báo cáo cơ quan quản lý", "reported to the authority"),
        /// The authority has asked for more.
        Returned = "returned" ("được trả lại để bổ sung", "returned for more"),
        /// The authority has assessed.
        ExternallyAssessed = "externally_assessed" ("đã đánh giá ngoài", "externally assessed"),
        /// The level is recognised.
        Recognised = "recognised" ("đã được công nhận", "recognised"),
        /// The recognised level is published.
        Published = "published" ("đã công bố", "published"),
        /// The case has ended without a level, or its level was taken back.
        Withdrawn = "withdrawn" ("đã rút hoặc bị thu hồi", "withdrawn"),
    }
}

thuocdo::words! {
    /// In which part somebody acts. Which body that is, the event says in free words: bodies come and go.
    #[derive(Default)]
    pub enum Role {
        /// The institution (cơ sở giáo dục).
        #[default]
        Institution = "institution" ("cơ sở giáo dục", "institution"),
        /// The head of the institution (thủ trưởng cơ sở giáo dục).
        Head = "head" ("thủ trưởng cơ sở giáo dục", "head of the institution"),
        /// The managing education authority (cơ quan quản lý).
        Authority = "authority" ("cơ quan quản lý", "managing authority"),
    }
}

/// One row of the table: from a state, by an act of one of these roles, to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transition {
    /// What is done.
    pub act: Act,
    /// The state before; `None` before the first event.
    pub from: Option<State>,
    /// Who may do it.
    pub roles: &'static [Role],
    /// The state after. The same act always leads to the same state.
    pub to: State,
}

const fn transition(from: Option<State>, act: Act, roles: &'static [Role], to: State) -> Transition {
    Transition { act, from, roles, to }
}

const ANYONE: &[Role] = &[Role::Institution, Role::Head, Role::Authority];
const AUTHORITY: &[Role] = &[Role::Authority];

/// All there is to the procedure: what no row allows is refused.
pub const TRANSITIONS: &[Transition] = &[
    transition(None, Act::Plan, &[Role::Institution, Role::Authority], State::Planned),
    transition(Some(State::Planned), Act::SelfAssess, &[Role::Institution], State::SelfAssessed),
    transition(Some(State::SelfAssessed), Act::Approve, &[Role::Head], State::Approved),
    transition(Some(State::Approved), Act::Report, &[Role::Institution, Role::Head], State::Reported),
    transition(Some(State::Reported), Act::Return, AUTHORITY, State::Returned),
    transition(Some(State::Returned), Act::Report, &[Role::Institution, Role::Head], State::Reported),
    transition(Some(State::Reported), Act::ExternallyAssess, AUTHORITY, State::ExternallyAssessed),
    transition(Some(State::ExternallyAssessed), Act::Recognise, AUTHORITY, State::Recognised),
    transition(Some(State::Recognised), Act::Publish, AUTHORITY, State::Published),
    // Until the authority has assessed, an institution may leave; after that only the authority can take back what it found.
    transition(Some(State::Planned), Act::Withdraw, ANYONE, State::Withdrawn),
    transition(Some(State::SelfAssessed), Act::Withdraw, ANYONE, State::Withdrawn),
    transition(Some(State::Approved), Act::Withdraw, ANYONE, State::Withdrawn),
    transition(Some(State::Reported), Act::Withdraw, ANYONE, State::Withdrawn),
    transition(Some(State::Returned), Act::Withdraw, ANYONE, State::Withdrawn),
    transition(Some(State::ExternallyAssessed), Act::Withdraw, AUTHORITY, State::Withdrawn),
    transition(Some(State::Recognised), Act::Withdraw, AUTHORITY, State::Withdrawn),
    transition(Some(State::Published), Act::Withdraw, AUTHORITY, State::Withdrawn),
];

impl State {
    /// The rows that lead on from a state; `None` before the first event.
    pub fn next(from: Option<State>) -> impl Iterator<Item = &'static Transition> {
        TRANSITIONS.iter().filter(move |transition| transition.from == from)
    }

    /// Whether the authority has assessed.
    pub(crate) const fn has_result(self) -> bool {
        matches!(self, State::ExternallyAssessed | State::Recognised | State::Published)
    }

    /// Whether a case in this state has a recognised level.
    pub const fn has_level(self) -> bool {
        matches!(self, State::Recognised | State::Published)
    }
}

impl Act {
    /// The state to which the act leads.
    pub fn leads_to(self) -> Option<State> {
        TRANSITIONS.iter().find(|transition| transition.act == self).map(|transition| transition.to)
    }

    /// What is to be done before it from a state on, in order; nothing where no row leads from that state to it, or where it may be done at once.
    /// Before a report: plan, self-assess, approve.
    pub fn before(self, state: Option<State>) -> Vec<Act> {
        let mut acts = Vec::new();
        let row = |is_meant: &dyn Fn(&Transition) -> bool| TRANSITIONS.iter().find(|transition| is_meant(transition));
        // The first row of an act, and the first that leads to a state, are the straight way.
        let mut from = row(&|transition| transition.act == self).and_then(|transition| transition.from);
        while from != state {
            let Some(transition) = row(&|transition| Some(transition.to) == from) else { return Vec::new() };
            acts.insert(0, transition.act);
            from = transition.from;
        }
        acts
    }

    /// In which part somebody usually does it in a state: the first role of its row in the table, or of any row where none leads on from
    /// that state. A head approves; a school reports; an authority recognises.
    pub fn usual_role(self, state: Option<State>) -> Role {
        let row = State::next(state).find(|transition| transition.act == self);
        let row = row.or_else(|| TRANSITIONS.iter().find(|transition| transition.act == self));
        row.and_then(|transition| transition.roles.first()).copied().unwrap_or_default()
    }

    /// Who may do it in one state or another.
    pub(crate) fn roles(self) -> Vec<Role> {
        let mut roles: Vec<Role> =
            TRANSITIONS.iter().filter(|transition| transition.act == self).flat_map(|transition| transition.roles).copied().collect();
        roles.sort();
        roles.dedup();
        roles
    }
}
