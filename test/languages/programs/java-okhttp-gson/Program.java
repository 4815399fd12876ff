import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weiban.ApiClient;
import weiban.ApiException;
import weiban.JSON;
import weiban.api.AccessTokenApi;
import weiban.api.CustomersApi;
import weiban.api.SalesProcessApi;
import weiban.api.TagLibraryApi;
import weiban.model.AccessTokenGetAnswer;
import weiban.model.AccessTokenGetBody;
import weiban.model.Customer;
import weiban.model.ExternalUserListAnswer;
import weiban.model.Opportunity;
import weiban.model.TagCreateBody;

/** Calls the sandbox with the client that openapi-generator makes for OkHttp, and prints a line of JSON for each step. */
public final class Program {
    private final ApiClient client = new ApiClient().setBasePath(System.getenv("WEIBAN_BASE_URL"));

    public static void main(String[] args) throws ApiException {
        // The generated adapters refuse an answer with a field that the document lacks; Gson's own ones ignore it.
        JSON.setGson(JSON.createGson()
                .registerTypeAdapter(OffsetDateTime.class, new JSON.OffsetDateTimeTypeAdapter())
                .create());
        Program program = new Program();
        program.token();
        program.read();
        program.list();
        program.write();
        program.fail();
    }

    private void token() throws ApiException {
        AccessTokenGetBody body = new AccessTokenGetBody()
                .corpId(System.getenv("WEIBAN_CORP_ID"))
                .secret(System.getenv("WEIBAN_SECRET"));
        AccessTokenGetAnswer answer = new AccessTokenApi(client).accessTokenGet(body).execute();
        client.setApiKey(answer.getAccessToken());
        print("token", "expires_in", answer.getExpiresIn());
    }

    private void read() throws ApiException {
        Opportunity found =
                new SalesProcessApi(client).opportunityOne().serialNumber("SJ20240305").execute().getOpportunity();
        print("read", "organization", found.getOrganization().getName(), "stage", found.getStage().getName());
    }

    private void list() throws ApiException {
        CustomersApi api = new CustomersApi(client);
        List<String> customers = new ArrayList<>();
        ExternalUserListAnswer page;
        do {
            page = api.externalUserList().limit(50).offset((long) customers.size()).execute();
            for (Customer customer : page.getExternalUserList()) customers.add(customer.getId());
        } while (customers.size() < page.getTotal());
        print("list", "customers", customers);
    }

    private void write() throws ApiException {
        TagCreateBody body = new TagCreateBody()
                .tagGroupId(System.getenv("WEIBAN_TAG_GROUP"))
                .addTagNameListItem("新语言 \"tag\" 1");
        print("write", "errcode", new TagLibraryApi(client).tagCreate(body).execute().getErrcode());
    }

    private void fail() throws ApiException {
        print("error", "errcode", new SalesProcessApi(client).opportunityOne().id("1").execute().getErrcode());
    }

    private static void print(String step, Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        for (int at = 0; at < pairs.length; at += 2) line.put((String) pairs[at], pairs[at + 1]);
        System.out.println(JSON.getGson().toJson(line));
    }
}
