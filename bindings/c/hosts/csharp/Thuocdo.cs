// thuocdo from C#: one file over thuocdo.h. C# 7, for .NET 6 and later as for Mono; it needs no `unsafe`.
//
//   using (var scorer = Scorer.Shipped("moet-4725-2022"))
//   {
//       string card = scorer.Score("{ \"conditions\": {}, \"answers\": { \"1.3.1\": 6 } }");
//   }
//
// Text in as a string comes back as a string; text in as UTF-8 bytes comes back as UTF-8 bytes, which saves the way through UTF-16 and back.
// What is refused is a ThuocdoException. A string with half a surrogate pair has no UTF-8 and is an EncoderFallbackException.
// A Scorer or a Collector may be shared between threads. Disposed of while another thread is in a call, it is freed after that call; later calls are an
// ObjectDisposedException.
using System;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Thuocdo
{
    /// <summary>The language of messages and explanations.</summary>
    public enum Lang
    {
        Vi = 0,
        En = 1,
    }

    /// <summary>How a call ended: the numbers of thuocdo.h, which says what they mean.</summary>
    public enum Status
    {
        Ok = 0,
        Refused = 1,
        NullArgument = 2,
        BadLength = 3,
        BadOption = 4,
        BadStream = 5,
        Panicked = 6,
    }

    /// <summary>Why a call was not carried out. Message is for people, in the language of the call.</summary>
    public sealed class ThuocdoException : Exception
    {
        internal ThuocdoException(Status status, string code, string message, string json) : base(message)
        {
            Status = status;
            Code = code;
            Json = json;
        }

        /// <summary>How the call ended.</summary>
        public Status Status { get; }

        /// <summary>The code of the first violation, such as points_out_of_range.</summary>
        public string Code { get; }

        /// <summary>All violations: {"violations":[...]}.</summary>
        public string Json { get; }

        /// <summary>Whether the data is at fault, and not the program.</summary>
        public bool IsRefusal => Status == Status.Refused;
    }

    /// <summary>A framework with its overlays, compiled.</summary>
    public sealed class Scorer : IDisposable
    {
        private readonly Handle handle;

        private Scorer(Handle handle)
        {
            this.handle = handle;
        }

        /// <summary>A framework that comes with the library.</summary>
        public static Scorer Shipped(string id, Lang lang = Lang.Vi)
        {
            var text = Utf8.Of(id);
            return Made((out Handle made, out IntPtr error) => Native.thuocdo_scorer_shipped(text, Size(text), lang, out made, out error));
        }

        /// <summary>A framework file.</summary>
        public static Scorer Load(string json, Lang lang = Lang.Vi) => Load(Utf8.Of(json), lang);

        /// <summary>A framework file, in UTF-8.</summary>
        public static Scorer Load(byte[] json, Lang lang = Lang.Vi) =>
            Made((out Handle made, out IntPtr error) => Native.thuocdo_scorer_load(json, Size(json), lang, out made, out error));

        /// <summary>The same with one more overlay on top; this one stays as it is.</summary>
        public Scorer Overlay(string json, Lang lang = Lang.Vi) => Overlay(Utf8.Of(json), lang);

        /// <summary>The same with one more overlay on top, given in UTF-8.</summary>
        public Scorer Overlay(byte[] json, Lang lang = Lang.Vi) =>
            Made((out Handle made, out IntPtr error) => Native.thuocdo_scorer_overlay(handle, json, Size(json), lang, out made, out error));

        /// <summary>The scorecard as canonical JSON.</summary>
        public string Score(string assessment, Lang lang = Lang.Vi) => Utf8.From(Score(Utf8.Of(assessment), lang));

        /// <summary>The scorecard as canonical JSON, in UTF-8.</summary>
        public byte[] Score(byte[] assessment, Lang lang = Lang.Vi) => Answer(Native.thuocdo_score, assessment, lang);

        /// <summary>{"violations":[...]}, the list empty where nothing is wrong.</summary>
        public string Check(string assessment, Lang lang = Lang.Vi) => Utf8.From(Check(Utf8.Of(assessment), lang));

        /// <summary>{"violations":[...]} in UTF-8, the list empty where nothing is wrong.</summary>
        public byte[] Check(byte[] assessment, Lang lang = Lang.Vi) => Answer(Native.thuocdo_check, assessment, lang);

        /// <summary>Why, in words, as JSON.</summary>
        public string Explain(string assessment, Lang lang = Lang.Vi) => Utf8.From(Explain(Utf8.Of(assessment), lang));

        /// <summary>Why, in words, as JSON in UTF-8.</summary>
        public byte[] Explain(byte[] assessment, Lang lang = Lang.Vi) => Answer(Native.thuocdo_explain, assessment, lang);

        /// <summary>A line out for each line in.</summary>
        public string ScoreNdjson(string lines, Lang lang = Lang.Vi) => Utf8.From(ScoreNdjson(Utf8.Of(lines), lang));

        /// <summary>A line out for each line in, in UTF-8.</summary>
        public byte[] ScoreNdjson(byte[] lines, Lang lang = Lang.Vi) => Answer(Native.thuocdo_score_ndjson, lines, lang);

        /// <summary>What is done with scores: a question of docs/PRACTICE.md.</summary>
        public string Ask(string question, string request, Lang lang = Lang.Vi) => Utf8.From(Ask(question, Utf8.Of(request), lang));

        /// <summary>What is done with scores: a question of docs/PRACTICE.md; request and answer in UTF-8.</summary>
        public byte[] Ask(string question, byte[] request, Lang lang = Lang.Vi)
        {
            var word = Utf8.Of(question);
            return Answer((out Buffer answer, out IntPtr error) =>
                Native.thuocdo_ask(handle, word, Size(word), request, Size(request), lang, out answer, out error));
        }

        /// <summary>A question of many documents: agreement, cohort, publication or quality_batch, its request without the lists.</summary>
        public Collector Collect(string question, string request = "{}", Lang lang = Lang.Vi) => Collect(question, Utf8.Of(request), lang);

        /// <summary>A question of many documents, its request in UTF-8. The scorer may be disposed of before the collector.</summary>
        public Collector Collect(string question, byte[] request, Lang lang = Lang.Vi)
        {
            var word = Utf8.Of(question);
            CollectorHandle made = null;
            Call((out IntPtr error) =>
                Native.thuocdo_collect(handle, word, Size(word), request, Size(request), lang, out made, out error));
            return new Collector(made);
        }

        /// <summary>The level of a total in a group; points as in JSON, such as "75.01".</summary>
        public int Level(string group, string points, Lang lang = Lang.Vi)
        {
            byte[] word = Utf8.Of(group), text = Utf8.Of(points);
            byte level = 0;
            Call((out IntPtr error) => Native.thuocdo_level(handle, word, Size(word), text, Size(text), lang, out level, out error));
            return level;
        }

        /// <summary>A JSON Schema by name.</summary>
        public string Schema(string name, Lang lang = Lang.Vi) => Utf8.From(Answer(Native.thuocdo_schema, Utf8.Of(name), lang));

        /// <summary>The framework with its overlays as canonical JSON.</summary>
        public string Framework() =>
            Utf8.From(Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_framework(handle, out answer, out error)));

        /// <summary>The digest of that.</summary>
        public string Digest() =>
            Utf8.From(Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_digest(handle, out answer, out error)));

        /// <summary>Frees the scorer; forgotten, the garbage collector does it.</summary>
        public void Dispose() => handle.Dispose();

        /// <summary>A question of many documents, which are added one by one.</summary>
        public sealed class Collector : IDisposable
        {
            private readonly CollectorHandle handle;

            internal Collector(CollectorHandle handle)
            {
                this.handle = handle;
            }

            /// <summary>Adds a document to a list of the request, such as scorecards. One that is refused is left out; the others stay.</summary>
            public void Add(string list, string document, Lang lang = Lang.Vi) => Add(list, Utf8.Of(document), lang);

            /// <summary>Adds a document in UTF-8.</summary>
            public void Add(string list, byte[] document, Lang lang = Lang.Vi)
            {
                var word = Utf8.Of(list);
                Call((out IntPtr error) =>
                    Native.thuocdo_collector_add(handle, word, Size(word), document, Size(document), lang, out error));
            }

            /// <summary>The answer of the documents that were taken so far.</summary>
            public string Answer(Lang lang = Lang.Vi) => Utf8.From(AnswerUtf8(lang));

            /// <summary>The answer of the documents that were taken so far, in UTF-8.</summary>
            public byte[] AnswerUtf8(Lang lang = Lang.Vi) =>
                Scorer.Answer((out Buffer answer, out IntPtr error) => Native.thuocdo_collector_answer(handle, lang, out answer, out error));

            /// <summary>Frees the collector; forgotten, the garbage collector does it.</summary>
            public void Dispose() => handle.Dispose();
        }

        private delegate Status Entry(out IntPtr error);

        private delegate Status Making(out Handle made, out IntPtr error);

        private delegate Status Answering(out Buffer answer, out IntPtr error);

        private delegate Status OnText(Handle scorer, byte[] text, UIntPtr length, Lang lang, out Buffer answer, out IntPtr error);

        // The length of a text in bytes. Null is refused here, since the library takes it for the empty text.
        private static UIntPtr Size(byte[] text) => text == null ? throw new ArgumentNullException(nameof(text)) : new UIntPtr((uint)text.Length);

        private static void Call(Entry entry)
        {
            var error = IntPtr.Zero;
            try
            {
                var status = entry(out error);
                if (status != Status.Ok)
                {
                    throw new ThuocdoException(
                        status,
                        Utf8.From(Native.thuocdo_error_code(error, out var code), code),
                        Utf8.From(Native.thuocdo_error_message(error, out var message), message),
                        Utf8.From(Native.thuocdo_error_json(error, out var json), json));
                }
            }
            finally
            {
                Native.thuocdo_error_free(error);
            }
        }

        private static Scorer Made(Making make)
        {
            var found = Native.thuocdo_abi_version();
            if (found != Native.Abi)
            {
                throw new NotSupportedException($"this program is for ABI {Native.Abi} of thuocdo; the library has {found}");
            }
            Handle made = null;
            Call((out IntPtr error) => make(out made, out error));
            return new Scorer(made);
        }

        private static byte[] Answer(Answering entry)
        {
            var buffer = default(Buffer);
            try
            {
                Call((out IntPtr error) => entry(out buffer, out error));
                return Utf8.Copy(buffer.Pointer, buffer.Length);
            }
            finally
            {
                Native.thuocdo_buffer_free(ref buffer);
            }
        }

        private byte[] Answer(OnText entry, byte[] text, Lang lang) =>
            Answer((out Buffer answer, out IntPtr error) => entry(handle, text, Size(text), lang, out answer, out error));

        // A call holds the handle, so it is freed after the last of them.
        private sealed class Handle : SafeHandleZeroOrMinusOneIsInvalid
        {
            private Handle() : base(true)
            {
            }

            protected override bool ReleaseHandle()
            {
                Native.thuocdo_scorer_free(handle);
                return true;
            }
        }

        internal sealed class CollectorHandle : SafeHandleZeroOrMinusOneIsInvalid
        {
            private CollectorHandle() : base(true)
            {
            }

            protected override bool ReleaseHandle()
            {
                Native.thuocdo_collector_free(handle);
                return true;
            }
        }

        [StructLayout(LayoutKind.Sequential)]
        private struct Buffer
        {
            internal IntPtr Pointer;
            internal UIntPtr Length;
        }

        // Encoded here, so that no marshaller chooses an encoding.
        private static class Utf8
        {
            private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

            internal static byte[] Of(string text) => Strict.GetBytes(text);

            internal static string From(byte[] bytes) => Strict.GetString(bytes);

            internal static string From(IntPtr pointer, UIntPtr length) => From(Copy(pointer, length));

            internal static byte[] Copy(IntPtr pointer, UIntPtr length)
            {
                var bytes = new byte[checked((int)length.ToUInt64())];
                Marshal.Copy(pointer, bytes, 0, bytes.Length);
                return bytes;
            }
        }

        private static class Native
        {
            internal const uint Abi = 1;

            // Where the loader of the system looks for it; on Windows or macOS it has another name.
            private const string Library = "libthuocdo.so.1";
            private const CallingConvention C = CallingConvention.Cdecl;

            [DllImport(Library, CallingConvention = C)]
            internal static extern uint thuocdo_abi_version();

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_scorer_shipped(byte[] id, UIntPtr idLen, Lang lang, out Handle made, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_scorer_load(byte[] json, UIntPtr jsonLen, Lang lang, out Handle made, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_scorer_overlay(
                Handle scorer, byte[] json, UIntPtr jsonLen, Lang lang, out Handle made, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_scorer_free(IntPtr scorer);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_score(
                Handle scorer, byte[] assessment, UIntPtr assessmentLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_check(
                Handle scorer, byte[] assessment, UIntPtr assessmentLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_explain(
                Handle scorer, byte[] assessment, UIntPtr assessmentLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_level(
                Handle scorer, byte[] group, UIntPtr groupLen, byte[] points, UIntPtr pointsLen, Lang lang, out byte level, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_ask(
                Handle scorer, byte[] question, UIntPtr questionLen, byte[] request, UIntPtr requestLen, Lang lang, out Buffer answer,
                out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_collect(
                Handle scorer, byte[] question, UIntPtr questionLen, byte[] request, UIntPtr requestLen, Lang lang, out CollectorHandle made,
                out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_collector_add(
                CollectorHandle collector, byte[] list, UIntPtr listLen, byte[] document, UIntPtr documentLen, Lang lang, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_collector_answer(CollectorHandle collector, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_collector_free(IntPtr collector);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_score_ndjson(
                Handle scorer, byte[] lines, UIntPtr linesLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_schema(
                Handle scorer, byte[] name, UIntPtr nameLen, Lang lang, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_framework(Handle scorer, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern Status thuocdo_digest(Handle scorer, out Buffer answer, out IntPtr error);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_buffer_free(ref Buffer buffer);

            [DllImport(Library, CallingConvention = C)]
            internal static extern IntPtr thuocdo_error_code(IntPtr error, out UIntPtr length);

            [DllImport(Library, CallingConvention = C)]
            internal static extern IntPtr thuocdo_error_message(IntPtr error, out UIntPtr length);

            [DllImport(Library, CallingConvention = C)]
            internal static extern IntPtr thuocdo_error_json(IntPtr error, out UIntPtr length);

            [DllImport(Library, CallingConvention = C)]
            internal static extern void thuocdo_error_free(IntPtr error);
        }
    }
}
