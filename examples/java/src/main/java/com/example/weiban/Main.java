package com.example.weiban;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;

/** {@code tour} calls Weiban or the sandbox; {@code receive <port>} prints pushed messages. */
public final class Main {
    private static final int MAX_BODY = 1 << 20;
    /** Before Java 18 the console has the platform's charset, which may be GBK. */
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1 && args[0].equals("tour")) Tour.run(OUT);
        else if (args.length == 2 && args[0].equals("receive")) receive(Integer.parseInt(args[1]));
        else {
            System.err.println("usage: java -jar weiban-example.jar tour | receive <port>");
            System.exit(2);
        }
    }

    /** The value of an environment variable. Ends the program if it is not set. */
    static String setting(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            System.err.println("set the environment variable " + name);
            System.exit(2);
        }
        return value;
    }

    private static void receive(int port) throws IOException {
        MessageKey key = new MessageKey(setting("WEIBAN_WEBHOOK_TOKEN"), setting("WEIBAN_WEBHOOK_AES_KEY"));
        Receiver receiver = new Receiver(
                key,
                Arrays.asList(setting("WEIBAN_WEBHOOK_RECEIVE_ID").split(",")),
                Duration.ofMinutes(5).toMillis(),
                MAX_BODY,
                Clock.systemUTC(),
                event -> OUT.println(Json.GSON.toJson(event)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(receiver, exchange));
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
        OUT.println("listening on " + server.getAddress());
    }

    private static void answer(Receiver receiver, HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            Receiver.Reply reply =
                    receiver.answer(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery(), body);
            byte[] answer = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
            if (reply.refusal != null) OUT.println("refused: " + reply.refusal.get());
        } finally {
            exchange.close();
        }
    }
}
