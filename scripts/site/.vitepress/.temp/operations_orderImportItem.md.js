import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"批量同步商品信息","description":"导入商品。","frontmatter":{"title":"批量同步商品信息","description":"导入商品。","layout":"operation","view":{"id":"orderImportItem","title":"批量同步商品信息","summary":"导入商品。","description":"创建自定义订单的商品，已存在的则更新；尚不存在的自定义字段会一并创建。文档页没有将 ID 和价格标为必填。某一条有误时会导入哪些，文档未说明。错误码 21005 在 `/open-api/order/remove` 中表示订单不存在。","method":"POST","path":"/open-api/order/import_item","call":"order.importItem","arguments":[{"name":"item_list","anchor":"argument.item_list","type":"object[]","isRequired":true,"marks":["最多 100 项"],"text":"商品列表。","fields":[{"name":"id","anchor":"argument.item_list.id","type":"integer","text":"商品的唯一 ID；这里是数字，订单和详情中是字符串。不传会怎样，文档未说明。"},{"name":"item_name","anchor":"argument.item_list.item_name","type":"string","isRequired":true,"marks":["最多 32 个字符"],"text":"商品名称；响应中为 `name`。"},{"name":"item_price","anchor":"argument.item_list.item_price","type":"string","text":"价格，小数字符串，不得为负；示例有三位小数。单位文档未说明。"},{"name":"item_fields","anchor":"argument.item_list.item_fields","type":"object[]","isRequired":true,"text":"商品的自定义字段。","fields":[{"name":"field_name","anchor":"argument.item_list.item_fields.field_name","type":"string","isRequired":true,"text":"字段名。"},{"name":"value","anchor":"argument.item_list.item_fields.value","type":"string","isRequired":true,"text":"值；一律为文本，值为数字时也是文本。"}]}]}],"atLeastOne":[],"result":[],"errors":[{"name":"ItemImportFailed","code":21005,"text":"商品导入失败","advice":"阅读微伴返回的消息，检查每个商品的字段，再次调用前先查看哪些商品已存在。"},{"name":"ItemPriceNegative","code":21018,"text":"商品价格为负","advice":"item_price 请传不小于 0 的价格。"}],"conditions":[{"label":"频率限制","text":"每分钟 300 次，每小时 15,000 次（批量写接口）"},{"label":"重试","text":"写操作，只有确定服务端未执行时，客户端才会重试。\\n带 ID 的商品，再次调用是更新。ID 没有标为必填，不带 ID 的商品可能被重复创建。"},{"label":"席位","text":"基础席位"},{"label":"长列表","text":"`item_list` 单次最多 100 项；更长的列表用 `.batches()` 发送。"}],"corrections":[{"place":"item_list[].item_fields[].field_name","what":"必填","documented":"unmarked","because":"文档页未展开该对象。所有文档示例（请求和响应）中，每个自定义字段都含这两个子字段。"},{"place":"item_list[].item_fields[].value","what":"必填","documented":"unmarked","because":"文档页未展开该对象。所有文档示例（请求和响应）中，每个自定义字段都含这两个子字段。"}],"page":{"id":"api-9108864","title":"批量同步商品信息","modified":"5 months ago","url":"https://openapi.weibanzhushou.com/api-9108864"}}},"headers":[],"relativePath":"operations/orderImportItem.md","filePath":"operations/orderImportItem.md"}');
const _sfc_main = { name: "operations/orderImportItem.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><div class="vp-code-group vp-adaptive-theme"><div class="tabs"><input type="radio" name="group-vxIbc" id="tab-96TYtwY" checked><label data-title="TypeScript" for="tab-96TYtwY">TypeScript</label><input type="radio" name="group-vxIbc" id="tab-PGnUoxo"><label data-title="curl" for="tab-PGnUoxo">curl</label><input type="radio" name="group-vxIbc" id="tab-TjZLfGd"><label data-title="weiban call" for="tab-TjZLfGd">weiban call</label></div><div class="blocks"><div class="language-ts vp-adaptive-theme active"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> result</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> weiban.order.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">importItem</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  item_list: [</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    {</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      id: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">123</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      item_name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;示例商品&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      item_price: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;4.89&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      item_fields: [{ field_name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;商品描述&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, value: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;编程视频&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }, { field_name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;商品类别&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, value: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;虚拟商品&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> }],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    },</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">});</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">curl</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;https://open.weibanzhushou.com/open-api/order/import_item?access_token=&#39;&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$WEIBAN_ACCESS_TOKEN</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> \\</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  -H</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;Content-Type: application/json&#39;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> \\</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  -d</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;{</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  &quot;item_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;id&quot;: 123,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;item_name&quot;: &quot;示例商品&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;item_price&quot;: &quot;4.89&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;item_fields&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;商品描述&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;编程视频&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        },</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;商品类别&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;虚拟商品&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}&#39;</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">weiban</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> call</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> order.importItem</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --json</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;{</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  &quot;item_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;id&quot;: 123,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;item_name&quot;: &quot;示例商品&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;item_price&quot;: &quot;4.89&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;item_fields&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;商品描述&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;编程视频&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        },</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;field_name&quot;: &quot;商品类别&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;value&quot;: &quot;虚拟商品&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      ]</span></span>
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
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("operations/orderImportItem.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const orderImportItem = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  orderImportItem as default
};
