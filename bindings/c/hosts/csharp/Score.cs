// Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it.
//
//   mcs Score.cs Thuocdo.cs && mono Score.exe < school.json
using System;
using System.Text;
using Thuocdo;

internal static class Program
{
    private static int Main()
    {
        Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(false);
        try
        {
            using (var scorer = Scorer.Shipped("moet-4725-2022"))
            {
                Console.WriteLine(scorer.Score(Console.In.ReadToEnd()));
            }
            return 0;
        }
        catch (ThuocdoException error)
        {
            Console.Error.WriteLine(error.Message);
            return error.IsRefusal ? 1 : 2;
        }
    }
}
