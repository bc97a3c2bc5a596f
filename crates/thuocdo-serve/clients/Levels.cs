// Reads `code<TAB>assessment` from standard input, an institution a line, and prints `code<TAB>levels` for each. A line that is refused has its
// violations.
//
//   mcs -out:levels.exe Levels.cs Thuocdo.cs -r:System.Net.Http && mono levels.exe http://127.0.0.1:4725 < schools.tsv > levels.tsv
using System;
using System.Collections.Generic;
using System.Text;
using Thuocdo;

internal static class Program
{
    /// How many lines go in one request.
    private const int Batch = 1000;

    private static int Main(string[] arguments)
    {
        Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(false);
        try
        {
            using (var client = new Client(arguments[0]))
            {
                var rows = new List<string[]>(Batch);
                for (var line = Console.In.ReadLine(); line != null; line = Console.In.ReadLine())
                {
                    rows.Add(line.Split(new[] { '\t' }, 2));
                    if (rows.Count == Batch)
                    {
                        Send(client, rows);
                    }
                }
                Send(client, rows);
            }
            return 0;
        }
        catch (RefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    private static void Send(Client client, List<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }
        // A line that is blank would have no answer; one that is no JSON has its violations.
        var assessments = rows.ConvertAll(row => row.Length == 2 && row[1].Trim() != "" ? row[1] : "-");
        var answers = client.Levels(string.Join("\n", assessments)).Split('\n');
        for (var n = 0; n < rows.Count; n++)
        {
            Console.Out.Write(rows[n][0] + "\t" + answers[n] + "\n");
        }
        rows.Clear();
    }
}
