//! What an authority recognised: as such, or as certificates say it.

use thuocdo::json::{Read, Reader, Value};
use thuocdo::{Level, LocalScorer, Violations};

use crate::process::RecognisedGroup;
use crate::recognition::{Certificate, SignedCertificate};
use crate::shared::fields::some_text;

/// What an authority recognised of one institution. Write `Recognised { code: …, ..Recognised::default() }`, so that a field more does not
/// break your build.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognised {
    /// The institution's code.
    pub code: String,
    /// The groups whose level is recognised.
    pub groups: Vec<RecognisedGroup>,
    /// The recognised level as a whole, where the authority names one.
    pub overall: Option<Level>,
    /// For which period.
    pub period: Option<String>,
}

impl Read for Recognised {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<Recognised> {
        let mut fields = reader.object(value, &["code", "groups", "overall", "period"])?;
        Some(Recognised {
            code: some_text(&mut fields, "code"),
            groups: fields.optional("groups").unwrap_or_default(),
            overall: fields.optional("overall"),
            period: fields.optional("period"),
        })
    }
}

impl Recognised {
    /// Reads what was recognised: as such, or out of a certificate, signed or not, whose signature is not looked at.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with its form, and those of [`Recognised::certified`].
    pub fn from_value(scorer: &LocalScorer, value: &Value<'_>) -> Result<Recognised, Violations> {
        Reader::read::<RecognitionDocument>(value).and_then(|act| act.recognised(scorer))
    }

    /// What a certificate recognises, if it counts for lists by this framework and these overlays.
    ///
    /// # Errors
    ///
    /// What [`Certificate::check`] finds.
    pub fn certified(scorer: &LocalScorer, certificate: &Certificate) -> Result<Recognised, Violations> {
        certificate.check(scorer).or(())?;
        Ok(Recognised {
            code: certificate.institution.code.clone().unwrap_or_default(),
            groups: certificate.groups.iter().map(|group| RecognisedGroup { code: group.code.clone(), level: group.level }).collect(),
            overall: Some(certificate.overall.level),
            period: Some(certificate.period.clone()),
        })
    }
}

/// An item of a list of what was recognised, as it is read.
#[derive(Debug)]
pub(super) enum RecognitionDocument {
    Certificate(Box<Certificate>),
    Plain(Recognised),
    Signed(Box<SignedCertificate>),
}

impl Default for RecognitionDocument {
    fn default() -> RecognitionDocument {
        RecognitionDocument::Plain(Recognised::default())
    }
}

impl Read for RecognitionDocument {
    fn read<'v>(value: &'v Value<'v>, reader: &mut Reader<'v>) -> Option<RecognitionDocument> {
        if value.has_key("signature") {
            SignedCertificate::read(value, reader).map(|signed| RecognitionDocument::Signed(Box::new(signed)))
        } else if value.has_key("scorecard") {
            Certificate::read(value, reader).map(|certificate| RecognitionDocument::Certificate(Box::new(certificate)))
        } else {
            Recognised::read(value, reader).map(RecognitionDocument::Plain)
        }
    }
}

impl RecognitionDocument {
    /// What is recognised; or why the certificate does not count.
    pub(super) fn recognised(self, scorer: &LocalScorer) -> Result<Recognised, Violations> {
        match self {
            RecognitionDocument::Certificate(certificate) => Recognised::certified(scorer, &certificate),
            RecognitionDocument::Plain(recognised) => Ok(recognised),
            RecognitionDocument::Signed(signed) => {
                Recognised::certified(scorer, &signed.certificate).map_err(|refused| refused.within("/certificate"))
            }
        }
    }
}
