import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"批量导入门店","description":"批量创建门店。","frontmatter":{"title":"批量导入门店","description":"批量创建门店。","layout":"operation","view":{"id":"contactWayStoreBatchAdd","title":"批量导入门店","summary":"批量创建门店。","description":"批量创建门店。未能创建的逐行列在 `data.err_list` 中，此时 `success` 仍为 true，因此调用成功也可能一个都没创建：须检查该列表。已存在的门店也会列入其中。响应不返回新门店的 ID；可到门店列表中查找，但就已知内容而言，列表里未见到 ID。一次最多创建多少个门店，文档未说明。","method":"POST","path":"/open-api/contact_way/store/batch_add","call":"contactWay.storeBatchAdd","arguments":[{"name":"store_list","anchor":"argument.store_list","type":"object[]","isRequired":true,"text":"门店列表，每行一个。","fields":[{"name":"name","anchor":"argument.store_list.name","type":"string","isRequired":true,"text":"门店名称，不含空格和符号。"},{"name":"province","anchor":"argument.store_list.province","type":"string","isRequired":true,"text":"省份，带“省”字。"},{"name":"city","anchor":"argument.store_list.city","type":"string","isRequired":true,"text":"城市，带“市”字。"},{"name":"address","anchor":"argument.store_list.address","type":"string","isRequired":true,"text":"完整地址，从省份到门牌号。"},{"name":"mobile","anchor":"argument.store_list.mobile","type":"string","text":"店主的手机号。"},{"name":"clerk_staff_phone_list","anchor":"argument.store_list.clerk_staff_phone_list","type":"string[]","text":"店员的手机号列表。"}]}],"atLeastOne":[],"result":[{"name":"data","anchor":"result.data","type":"object","isRequired":true,"fields":[{"name":"err_list","anchor":"result.data.err_list","type":"object[]","isRequired":true,"text":"失败的行。","fields":[{"name":"err","anchor":"result.data.err_list.err","type":"string[]","isRequired":true,"text":"失败原因，中文。示例只出现过“门店已存在”这一种。"},{"name":"rows","anchor":"result.data.err_list.rows","type":"string","isRequired":true,"text":"行号，字符串，从 1 开始。"}]}]}],"errors":[],"conditions":[{"label":"频率限制","text":"每分钟 300 次，每小时 15,000 次（批量写接口）"},{"label":"重试","text":"写操作，只有确定服务端未执行时，客户端才会重试。"},{"label":"席位","text":"营销席位"},{"label":"响应格式","text":"`status`"}],"corrections":[],"page":{"id":"api-81965892","title":"批量导入门店","modified":"9 months ago","url":"https://openapi.weibanzhushou.com/api-81965892"}}},"headers":[],"relativePath":"operations/contactWayStoreBatchAdd.md","filePath":"operations/contactWayStoreBatchAdd.md"}');
const _sfc_main = { name: "operations/contactWayStoreBatchAdd.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><div class="vp-code-group vp-adaptive-theme"><div class="tabs"><input type="radio" name="group-q97nr" id="tab-txP2Bhl" checked><label data-title="TypeScript" for="tab-txP2Bhl">TypeScript</label><input type="radio" name="group-q97nr" id="tab-1845Pwi"><label data-title="curl" for="tab-1845Pwi">curl</label><input type="radio" name="group-q97nr" id="tab-nt5_Lbw"><label data-title="weiban call" for="tab-nt5_Lbw">weiban call</label></div><div class="blocks"><div class="language-ts vp-adaptive-theme active"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> result</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> weiban.contactWay.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">storeBatchAdd</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  store_list: [</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    {</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      name: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;示例一店&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      province: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;广东省&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      city: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;深圳市&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      address: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;广东省深圳市南山区示例路1号&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      mobile: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;13800000000&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      clerk_staff_phone_list: [</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;13800000001&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;13800000002&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    },</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">});</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">curl</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;https://open.weibanzhushou.com/open-api/contact_way/store/batch_add?access_token=&#39;&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$WEIBAN_ACCESS_TOKEN</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> \\</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  -H</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;Content-Type: application/json&#39;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> \\</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  -d</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;{</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  &quot;store_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;name&quot;: &quot;示例一店&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;province&quot;: &quot;广东省&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;city&quot;: &quot;深圳市&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;address&quot;: &quot;广东省深圳市南山区示例路1号&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;mobile&quot;: &quot;13800000000&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;clerk_staff_phone_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        &quot;13800000001&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        &quot;13800000002&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}&#39;</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">weiban</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> call</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> contactWay.storeBatchAdd</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --json</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;{</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  &quot;store_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    {</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;name&quot;: &quot;示例一店&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;province&quot;: &quot;广东省&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;city&quot;: &quot;深圳市&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;address&quot;: &quot;广东省深圳市南山区示例路1号&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;mobile&quot;: &quot;13800000000&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      &quot;clerk_staff_phone_list&quot;: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        &quot;13800000001&quot;,</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">        &quot;13800000002&quot;</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">      ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">    }</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">  ]</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">}&#39;</span></span></code></pre></div></div></div><p class="sample-title">响应示例（列表只列一项）</p><div class="language-json vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">json</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">{</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">  &quot;data&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: {</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">    &quot;err_list&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: [</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      {</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">        &quot;err&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: [</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">          &quot;门店信息已存在&quot;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">        ],</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">        &quot;rows&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;1&quot;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">      }</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">    ]</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">  },</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">  &quot;status_code&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">200</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">  &quot;status_message&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;ok&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">,</span></span>
<span class="line"><span style="--shiki-light:#024C1A;--shiki-dark:#72F088;">  &quot;success&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">true</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">}</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("operations/contactWayStoreBatchAdd.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const contactWayStoreBatchAdd = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  contactWayStoreBatchAdd as default
};
