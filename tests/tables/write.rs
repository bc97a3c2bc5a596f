//! Files that no case describes.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use rust_xlsxwriter::{Chart, ChartType, Workbook};

pub(crate) use thuocdo_tests::workbooks::{ods, xlsx};

pub(crate) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("memory takes it");
    packed.finish().expect("memory takes it")
}

/// A form, and a sheet that is a chart.
pub(crate) fn with_chart_sheet() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Phiếu").expect("a name");
    for (row, cells) in (0..).zip([["Mã", "Kết quả"], ["1.3.1", "4"]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("it fits");
        }
    }
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("Phiếu!$B$2:$B$2");
    workbook.add_chartsheet().insert_chart(0, 0, &chart).expect("it fits");
    workbook.save_to_buffer().expect("memory takes it")
}
