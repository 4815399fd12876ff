import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"渠道码管理","description":"渠道码：引流客户并标明客户来源的二维码。","frontmatter":{"title":"渠道码管理","description":"渠道码：引流客户并标明客户来源的二维码。","layout":"category","view":{"title":"渠道码管理","description":"渠道码：引流客户并标明客户来源的二维码。","operations":[{"id":"contactWayList","title":"获取渠道码列表","method":"GET","path":"/open-api/contact_way/list","call":"contactWay.list"}]}},"headers":[],"relativePath":"categories/channel-codes.md","filePath":"categories/channel-codes.md"}');
const _sfc_main = { name: "categories/channel-codes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/channel-codes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const channelCodes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  channelCodes as default
};
