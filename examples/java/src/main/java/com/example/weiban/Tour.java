package com.example.weiban;

import java.io.PrintStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import weiban.model.Customer;
import weiban.model.OpportunityOneAnswer;

/** Many callers at once, all customers, and an error by its name. */
final class Tour {
    private static final int CALLERS = 20;

    private Tour() {}

    static void run(PrintStream out) throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        WeibanListener listener = new WeibanListener() {
            @Override
            public void onTokenRequest() {
                tokens.incrementAndGet();
            }

            @Override
            public void onTokenRenewed() {
                out.println("renewed after 10001");
            }
        };
        Weiban weiban = new Weiban(
                Main.setting("WEIBAN_BASE_URL"),
                Main.setting("WEIBAN_CORP_ID"),
                Main.setting("WEIBAN_SECRET"),
                listener);
        manyCallers(weiban);
        out.println("token: " + tokens + " request for " + CALLERS + " callers");

        int customers = 0;
        for (Iterator<Customer> all = weiban.customers(); all.hasNext(); all.next()) customers++;
        out.println("customers: " + customers);

        try {
            weiban.salesProcess().opportunityOne().id("1").execute();
        } catch (WeibanException error) {
            if (!error.is("OpportunityNotFound")) throw error;
            out.println(error.getMessage());
        }
    }

    private static void manyCallers(Weiban weiban) throws Exception {
        Callable<OpportunityOneAnswer> call =
                () -> weiban.salesProcess().opportunityOne().serialNumber("SJ20240305").execute();
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<OpportunityOneAnswer> answer : pool.invokeAll(Collections.nCopies(CALLERS, call))) answer.get();
        } finally {
            pool.shutdown();
        }
    }
}
