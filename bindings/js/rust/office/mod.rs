//! Tables and forms, folders and years, plans, papers, days.

mod days;
mod folder;
mod paper;
mod plan;
mod table;
