// A client of `thuocdo serve`, for .NET 6 and later, .NET Framework 4.6.1 and Mono. Copy this file into your project.
using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;

namespace Thuocdo
{
    /// <summary>The server refused a request. The message is its JSON: `{"violations":[…]}`, or `{"error":…}`.</summary>
    public sealed class RefusedException : Exception
    {
        /// <summary>The status of HTTP: 422 where the input is wrong, 429 where the server stayed too busy.</summary>
        public int Status { get; }

        internal RefusedException(int status, string answer) : base(answer)
        {
            Status = status;
        }
    }

    /// <summary>Asks a server. One client serves all threads.</summary>
    public sealed class Client : IDisposable
    {
        /// <summary>How often a request is sent where the server is too busy.</summary>
        private const int Tries = 10;

        private readonly HttpClient http = new HttpClient();
        private readonly string query;

        /// <param name="server">Such as `http://127.0.0.1:4725`.</param>
        /// <param name="language">`vi` or `en`: the language of messages.</param>
        /// <param name="framework">The id or digest of a framework; without it the server's own.</param>
        public Client(string server, string language = "vi", string framework = null)
        {
            http.BaseAddress = new Uri(server);
            http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            query = framework == null ? "" : "?framework=" + Uri.EscapeDataString(framework);
        }

        /// <summary>The scorecard of an assessment, as JSON.</summary>
        public string Score(string assessment)
        {
            return Post("score", assessment, "application/json");
        }

        /// <summary>All that is wrong with an assessment: `{"violations":[…]}`, whose list is empty where nothing is.</summary>
        public string Check(string assessment)
        {
            try
            {
                return Post("check", assessment, "application/json");
            }
            catch (RefusedException refused) when (refused.Status != 429)
            {
                return refused.Message;
            }
        }

        /// <summary>The answer to a question, such as `cohort` or `plan`.</summary>
        public string Ask(string question, string request)
        {
            return Post("ask/" + question, request, "application/json");
        }

        /// <summary>Points and levels of many assessments, one a line; a line that is refused has its violations.</summary>
        public string Levels(string lines)
        {
            return Post("levels", lines, "application/x-ndjson");
        }

        private string Post(string path, string body, string kind)
        {
            for (var tried = 1; ; tried++)
            {
                using (var content = new StringContent(body, Encoding.UTF8, kind))
                using (var response = http.PostAsync(path + query, content).GetAwaiter().GetResult())
                {
                    var answer = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
                    if (response.IsSuccessStatusCode)
                    {
                        return answer;
                    }
                    if ((int)response.StatusCode != 429 || tried == Tries)
                    {
                        throw new RefusedException((int)response.StatusCode, answer);
                    }
                    Thread.Sleep(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
                }
            }
        }

        public void Dispose()
        {
            http.Dispose();
        }
    }
}
