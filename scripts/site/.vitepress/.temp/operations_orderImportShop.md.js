import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"批量同步店铺信息","description":"导入店铺。","frontmatter":{"title":"批量同步店铺信息","description":"导入店铺。","layout":"operation","view":{"id":"orderImportShop","title":"批量同步店铺信息","summary":"导入店铺。","description":"创建自定义订单的店铺，已存在的则更新；尚不存在的自定义字段会一并创建。文档页只将自定义字段标为必填，ID 和名称都没有。某一条有误时会导入哪些，文档未说明。","method":"POST","path":"/open-api/order/import_shop","call":"order.importShop","arguments":[{"name":"shop_list","anchor":"argument.shop_list","type":"object[]","isRequired":true,"marks":["最多 100 项"],"text":"店铺列表。","fields":[{"name":"shop_name","anchor":"argument.shop_list.shop_name","type":"string","text":"店铺名称；响应中为 `name`。"},{"name":"shop_fields","anchor":"argument.shop_list.shop_fields","type":"object[]","isRequired":true,"text":"店铺的自定义字段。","fields":[{"name":"field_name","anchor":"argument.shop_list.shop_fields.field_name","type":"string","isRequired":true,"text":"字段名。"},{"name":"value","anchor":"argument.shop_list.shop_fields.value","type":"string","isRequired":true,"text":"值；一律为文本，值为数字时也是文本。"}]},{"name":"id","anchor":"argument.shop_list.id","type":"string","text":"店铺的唯一 ID。不传会怎样，文档未说明。"}]}],"atLeastOne":[],"result":[],"errors":[{"name":"ShopImportFailed","code":21004,"text":"店铺导入失败","advice":"阅读微伴返回的消息，检查每个店铺的字段，再次调用前先查看哪些店铺已存在。"}],"conditions":[{"label":"频率限制","text":"每分钟 300 次，每小时 15,000 次（批量写接口）"},{"label":"重试","text":"写操作，只有确定服务端未执行时，客户端才会重试。\\n带 ID 的店铺，再次调用是更新。ID 没有标为必填，不带 ID 的店铺可能被重复创建。"},{"label":"席位","text":"基础席位"},{"label":"长列表","text":"`shop_list` 单次最多 100 项；更长的列表用 `.batches()` 发送。"}],"corrections":[{"place":"shop_list[].shop_fields[].field_name","what":"必填","documented":"unmarked","because":"文档页未展开该对象。所有文档示例（请求和响应）中，每个自定义字段都含这两个子字段。"},{"place":"shop_list[].shop_fields[].value","what":"必填","documented":"unmarked","because":"文档页未展开该对象。所有文档示例（请求和响应）中，每个自定义字段都含这两个子字段。"}],"page":{"id":"api-9108691","title":"批量同步店铺信息","modified":"8 months ago","url":"https://openapi.weibanzhushou.com/api-9108691"}}},"headers":[],"relativePath":"operations/orderImportShop.md","filePath":"operations/orderImportShop.md"}');
const _sfc_main = { name: "operations/orderImportShop.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><div class="vp-code-group vp-adaptive-theme"><div class="tabs"><input type="radio" name="group-cZi6I" id="tab-b7zeOQL" checked><label data-title="TypeScript" for="tab-b7zeOQL">TypeScript</label><input type="radio" name="group-cZi6I" id="tab-zMwS6lv"><label data-title="curl" for="tab-zMwS6lv">curl</label><input type="radio" name="group-cZi6I" id="tab-ztiqIxR"><label data-title="weiban call" for="tab-ztiqIxR">weiban call</label></div><div class="blocks"><div class="language-ts vp-adaptive-theme active"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> result</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> weiban.order.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">importShop</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  shop_list: [</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    {</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      shop_name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;示例店铺&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      shop_fields: [{ field_name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;店铺状态&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, value: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;营业中&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }, { field_name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;店铺评分&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, value: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;4.3&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      id: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;xj180000000001&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    },</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">});</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">curl</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;https://open.weibanzhushou.com/open-api/order/import_shop?access_token=&#39;&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$WEIBAN_ACCESS_TOKEN</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> \\</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  -H</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;Content-Type: application/json&#39;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> \\</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  -d</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;{</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  &quot;shop_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;shop_name&quot;: &quot;示例店铺&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;shop_fields&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;店铺状态&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;营业中&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        },</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;店铺评分&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;4.3&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      ],</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;id&quot;: &quot;xj180000000001&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}&#39;</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">weiban</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> call</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> order.importShop</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --json</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;{</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  &quot;shop_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;shop_name&quot;: &quot;示例店铺&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;shop_fields&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;店铺状态&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;营业中&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        },</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;店铺评分&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;4.3&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      ],</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;id&quot;: &quot;xj180000000001&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}&#39;</span></span></code></pre></div></div></div><p class="sample-title">响应示例（列表只列一项）</p><div class="language-json vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">json</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">{</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">  &quot;errcode&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">  &quot;errmsg&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;ok&quot;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">}</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("operations/orderImportShop.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const orderImportShop = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  orderImportShop as default
};
