//! Calls the sandbox with the client that progenitor makes, and prints a line of JSON for each step.

use std::env::var;
use std::error::Error;
use std::sync::OnceLock;

use serde_json::json;
use weiban::{Client, types};

#[allow(clippy::all)]
mod weiban {
    progenitor::generate_api!(
        spec = "openapi-3.0.json",
        interface = Builder,
        inner_type = crate::Token,
        pre_hook_async = crate::add_token,
    );
}

/// The token, once there is one.
#[derive(Clone, Debug, Default)]
pub struct Token(std::sync::Arc<OnceLock<String>>);

/// Adds the token to the address of a request: progenitor knows no security schemes.
pub async fn add_token(token: &Token, request: &mut reqwest::Request) -> Result<(), reqwest::Error> {
    if let Some(token) = token.0.get() {
        request.url_mut().query_pairs_mut().append_pair("access_token", token);
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let token = Token::default();
    let client = Client::new(&var("WEIBAN_BASE_URL")?, token.clone());

    let body = types::AccessTokenGetBody::builder().corp_id(var("WEIBAN_CORP_ID")?).secret(var("WEIBAN_SECRET")?);
    let issued = client.access_token_get().body(body).send().await?.into_inner();
    token.0.set(issued.access_token.ok_or("no token")?)?;
    println!("{}", json!({"step": "token", "expires_in": issued.expires_in}));

    let one = client.opportunity_one().serial_number("SJ20240305").send().await?.into_inner();
    let found = one.opportunity.ok_or("no opportunity")?;
    println!("{}", json!({"step": "read", "organization": found.organization.name, "stage": found.stage.name}));

    let mut customers = Vec::new();
    loop {
        let offset = customers.len() as i64;
        let page = client.external_user_list().limit(50).offset(offset).send().await?.into_inner();
        customers.extend(page.external_user_list.into_iter().map(|customer| customer.id));
        if customers.len() as i64 >= page.total.unwrap_or(0) {
            break;
        }
    }
    println!("{}", json!({"step": "list", "customers": customers}));

    let tag = types::TagCreateBody::builder()
        .tag_group_id(var("WEIBAN_TAG_GROUP")?)
        .tag_name_list(vec!["新语言 \"tag\" 1".parse()?]);
    let written = client.tag_create().body(tag).send().await?.into_inner();
    println!("{}", json!({"step": "write", "errcode": written.errcode}));

    let refused = client.opportunity_one().id("1").send().await?.into_inner();
    println!("{}", json!({"step": "error", "errcode": refused.errcode}));
    Ok(())
}
