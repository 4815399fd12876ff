import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weiban.ApiClient;
import weiban.ApiException;
import weiban.api.AccessTokenApi;
import weiban.api.CustomersApi;
import weiban.api.CustomersApi.APIExternalUserListRequest;
import weiban.api.SalesProcessApi;
import weiban.api.SalesProcessApi.APIOpportunityOneRequest;
import weiban.api.TagLibraryApi;
import weiban.model.AccessTokenGetAnswer;
import weiban.model.AccessTokenGetBody;
import weiban.model.Customer;
import weiban.model.ExternalUserListAnswer;
import weiban.model.Opportunity;
import weiban.model.TagCreateBody;

/** Calls the sandbox with the client that openapi-generator makes for Java's own HttpClient, and prints a line of JSON for each step. */
public final class Program {
    private final ApiClient client = new ApiClient();

    private Program() {
        client.updateBaseUri(System.getenv("WEIBAN_BASE_URL"));
    }

    public static void main(String[] args) throws ApiException, JsonProcessingException {
        Program program = new Program();
        program.token();
        program.read();
        program.list();
        program.write();
        program.fail();
    }

    private void token() throws ApiException, JsonProcessingException {
        AccessTokenGetBody body = new AccessTokenGetBody()
                .corpId(System.getenv("WEIBAN_CORP_ID"))
                .secret(System.getenv("WEIBAN_SECRET"));
        AccessTokenGetAnswer answer = new AccessTokenApi(client).accessTokenGet(body);
        String pair = "access_token=" + ApiClient.urlEncode(answer.getAccessToken());
        client.setRequestInterceptor(request -> {
            URI uri = request.copy().build().uri();
            request.uri(URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + pair));
        });
        print("token", "expires_in", answer.getExpiresIn());
    }

    private void read() throws ApiException, JsonProcessingException {
        Opportunity found = new SalesProcessApi(client)
                .opportunityOne(APIOpportunityOneRequest.newBuilder().serialNumber("SJ20240305").build())
                .getOpportunity();
        print("read", "organization", found.getOrganization().getName(), "stage", found.getStage().getName());
    }

    private void list() throws ApiException, JsonProcessingException {
        CustomersApi api = new CustomersApi(client);
        List<String> customers = new ArrayList<>();
        ExternalUserListAnswer page;
        do {
            page = api.externalUserList(APIExternalUserListRequest.newBuilder()
                    .limit(50)
                    .offset((long) customers.size())
                    .build());
            for (Customer customer : page.getExternalUserList()) customers.add(customer.getId());
        } while (customers.size() < page.getTotal());
        print("list", "customers", customers);
    }

    private void write() throws ApiException, JsonProcessingException {
        TagCreateBody body = new TagCreateBody()
                .tagGroupId(System.getenv("WEIBAN_TAG_GROUP"))
                .addTagNameListItem("新语言 \"tag\" 1");
        print("write", "errcode", new TagLibraryApi(client).tagCreate(body).getErrcode());
    }

    private void fail() throws ApiException, JsonProcessingException {
        APIOpportunityOneRequest unknown = APIOpportunityOneRequest.newBuilder().id("1").build();
        print("error", "errcode", new SalesProcessApi(client).opportunityOne(unknown).getErrcode());
    }

    private static void print(String step, Object... pairs) throws JsonProcessingException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        for (int at = 0; at < pairs.length; at += 2) line.put((String) pairs[at], pairs[at + 1]);
        System.out.println(new ObjectMapper().writeValueAsString(line));
    }
}
