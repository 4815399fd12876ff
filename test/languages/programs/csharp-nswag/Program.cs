// Calls the sandbox with the client that NSwag makes, and prints a line of JSON for each step.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Weiban;

internal static class Program
{
    private const int Limit = 50;

    private static void Main() => Run().GetAwaiter().GetResult();

    private static async Task Run()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var address = Environment.GetEnvironmentVariable("WEIBAN_BASE_URL");
        var token = await IssueToken(new WeibanClient(new HttpClient()) { BaseUrl = address });
        var client = new WeibanClient(new HttpClient(new WithToken(token))) { BaseUrl = address };
        await Read(client);
        await List(client);
        await Write(client);
        await Fail(client);
    }

    private static async Task<string> IssueToken(WeibanClient client)
    {
        var answer = await client.AccessTokenGetAsync(new AccessTokenGetBody
        {
            Corp_id = Environment.GetEnvironmentVariable("WEIBAN_CORP_ID"),
            Secret = Environment.GetEnvironmentVariable("WEIBAN_SECRET"),
        });
        Print(new { step = "token", expires_in = answer.Expires_in });
        return answer.Access_token;
    }

    private static async Task Read(WeibanClient client)
    {
        var found = (await client.OpportunityOneAsync(serial_number: "SJ20240305")).Opportunity;
        Print(new { step = "read", organization = found.Organization.Name, stage = found.Stage.Name });
    }

    private static async Task List(WeibanClient client)
    {
        var customers = new List<string>();
        for (long offset = 0, total = 1; offset < total; offset += Limit)
        {
            var page = await client.ExternalUserListAsync(limit: Limit, offset: offset);
            customers.AddRange(page.External_user_list.Select(customer => customer.Id));
            total = page.Total;
        }
        Print(new { step = "list", customers });
    }

    private static async Task Write(WeibanClient client)
    {
        var answer = await client.TagCreateAsync(new TagCreateBody
        {
            Tag_group_id = Environment.GetEnvironmentVariable("WEIBAN_TAG_GROUP"),
            Tag_name_list = new[] { "新语言 \"tag\" 1" },
        });
        Print(new { step = "write", errcode = answer.Errcode });
    }

    private static async Task Fail(WeibanClient client)
    {
        var answer = await client.OpportunityOneAsync(id: "1");
        Print(new { step = "error", errcode = answer.Errcode });
    }

    private static void Print(object line) => Console.WriteLine(JsonConvert.SerializeObject(line));
}

/// <summary>Adds the token to each request.</summary>
internal sealed class WithToken : DelegatingHandler
{
    private readonly string token;

    public WithToken(string token) : base(new HttpClientHandler())
    {
        this.token = token;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var address = new UriBuilder(request.RequestUri);
        address.Query = (address.Query.TrimStart('?') + "&access_token=" + Uri.EscapeDataString(token)).TrimStart('&');
        request.RequestUri = address.Uri;
        return base.SendAsync(request, cancellation);
    }
}
