import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"客户转化","description":"以手机号登记、有待转化为客户的线索。","frontmatter":{"title":"客户转化","description":"以手机号登记、有待转化为客户的线索。","layout":"category","view":{"title":"客户转化","description":"以手机号登记、有待转化为客户的线索。","operations":[{"id":"customerOpenSeaClueAdd","title":"批量新增手机线索转化","method":"POST","path":"/open-api/customer_open_sea/clue/add","call":"customerOpenSea.clueAdd"}]}},"headers":[],"relativePath":"categories/customer-conversion.md","filePath":"categories/customer-conversion.md"}');
const _sfc_main = { name: "categories/customer-conversion.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/customer-conversion.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerConversion = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerConversion as default
};
