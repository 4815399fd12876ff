import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Channel codes","description":"Channel codes: QR codes that bring customers in and show where they came from.","frontmatter":{"title":"Channel codes","description":"Channel codes: QR codes that bring customers in and show where they came from.","layout":"category","view":{"title":"Channel codes","description":"Channel codes: QR codes that bring customers in and show where they came from.","operations":[{"id":"contactWayList","title":"List channel codes","method":"GET","path":"/open-api/contact_way/list","call":"contactWay.list"}]}},"headers":[],"relativePath":"en/categories/channel-codes.md","filePath":"en/categories/channel-codes.md"}');
const _sfc_main = { name: "en/categories/channel-codes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/channel-codes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const channelCodes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  channelCodes as default
};
